package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether the vendor is connected, what that says of its position, and who else looks at it. */
final class PresenceCard extends VBox {

    private final PresenceDot dot = new PresenceDot();
    private final Label status = new Label();
    private final Label more = new Label();
    private final Label hint = new Label();
    private final Label viewers = new Label();

    PresenceCard(ObservableList<String> names) {
        getStyleClass().add("presence-card");
        setId("presence");
        status.getStyleClass().add("presence-status");
        status.setMinWidth(USE_PREF_SIZE);
        more.getStyleClass().add("presence-more");
        viewers.setId("viewers");
        HBox line = new HBox(dot, status, more);
        line.getStyleClass().add("presence-line");
        for (Label label : new Label[] {hint, viewers}) {
            label.getStyleClass().add("quiet-hint");
            label.setWrapText(true);
        }
        getChildren().addAll(line, hint, viewers);
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
        say(hint, presence == null ? "" : presence.hint());
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
