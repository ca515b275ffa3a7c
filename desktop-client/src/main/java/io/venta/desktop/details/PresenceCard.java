package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.fx.RowLine;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether the vendor is connected, by what, what that says of its position, who looks at it. */
final class PresenceCard extends VBox {

    private final PresenceDot dot = new PresenceDot();
    private final Label status = new Label();
    private final Label more = new Label();
    private final VBox devices = new VBox();
    private final Label hint = new Label();
    private final Label viewers = new Label();
    private List<VendorDetails.Device> shown = List.of();

    PresenceCard(ObservableList<String> names) {
        getStyleClass().add("presence-card");
        setId("presence");
        status.getStyleClass().add("presence-status");
        status.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().add("presence-more");
        devices.getStyleClass().add("presence-devices");
        devices.setId("presence-devices");
        viewers.setId("viewers");
        HBox line = new HBox(dot, status, more);
        line.getStyleClass().add("presence-line");
        for (Label label : new Label[] {hint, viewers}) {
            label.getStyleClass().add("quiet-hint");
            label.setWrapText(true);
        }
        getChildren().addAll(line, devices, hint, viewers);
        InvalidationListener tell = change -> tell(names);
        names.addListener(tell);
        show(null);
        tell(names);
    }

    void show(VendorDetails.@Nullable Presence presence) {
        dot.show(presence == null ? null : presence.status());
        status.setText(
                presence == null
                        ? text("presence.unknown")
                        : PresenceTexts.status(presence.status()));
        more.setText(presence == null ? "" : presence.more());
        list(presence == null ? List.of() : presence.devices());
        say(hint, presence == null ? "" : presence.hint());
    }

    private void list(List<VendorDetails.Device> next) {
        if (!next.equals(shown)) {
            shown = next;
            devices.getChildren().setAll(next.stream().<Node>map(PresenceCard::row).toList());
        }
        devices.setManaged(!next.isEmpty());
    }

    private static RowLine row(VendorDetails.Device device) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", device.icon());
        Label name = new Label(device.name(), icon);
        Label words = new Label(device.words());
        for (Label label : new Label[] {name, words}) {
            label.getStyleClass().add("roster-device");
        }
        words.setMinWidth(USE_PREF_SIZE);
        return new RowLine(name, words);
    }

    private void tell(ObservableList<String> names) {
        say(viewers, names.isEmpty() ? "" : text("details.viewers", String.join(", ", names)));
    }

    private static void say(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }
}
