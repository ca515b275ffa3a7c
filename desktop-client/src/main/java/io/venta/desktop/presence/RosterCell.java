package io.venta.desktop.presence;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.fx.RowLine;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row: dot, name and status; under them its devices, what they look at, when it was seen. */
final class RosterCell extends ListCell<RosterRow> {

    private static final int ICONS = 3;

    private final RosterViewModel model;
    private final PresenceDot dot = new PresenceDot();
    private final Label name = new Label();
    private final Label status = new Label();
    private final HBox devices = new HBox();
    private final Label viewing = new Label();
    private final HBox row;
    private final Tooltip tooltip = new Tooltip();

    RosterCell(RosterViewModel model) {
        this.model = model;
        getStyleClass().add("roster-cell");
        name.getStyleClass().add("vendor-name");
        status.getStyleClass().add("roster-status");
        viewing.getStyleClass().add("roster-viewing");
        devices.getStyleClass().add("roster-devices");
        status.setMinWidth(USE_PREF_SIZE);
        devices.setMinWidth(USE_PREF_SIZE);
        VBox lines = new VBox(new RowLine(name, status), new RowLine(viewing, devices));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(dot, lines);
        row.getStyleClass().add("roster-row");
        row.setMinWidth(0);
        setPrefWidth(0);
        tooltip.setOnShowing(event -> tooltip.setText(sentence(getItem())));
        model.nowProperty().addListener(change -> refresh(getItem()));
    }

    @Override
    protected void updateItem(@Nullable RosterRow item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(item == null ? null : row);
        setTooltip(item == null ? null : tooltip);
        refresh(item);
    }

    private void refresh(@Nullable RosterRow item) {
        if (item == null) {
            return;
        }
        Instant now = model.nowProperty().get();
        dot.show(item.known() ? item.status() : null);
        name.setText(item.name());
        status.setText(words(item));
        String seen = PresenceTexts.seen(item.entry(), now);
        viewing.setText(item.viewing().isEmpty() ? seen : text("roster.viewing", item.viewing()));
        devices.getChildren().setAll(icons(item.entry().devices(), now));
        setAccessibleText(sentence(item));
    }

    private static String words(RosterRow item) {
        return item.known() ? PresenceTexts.status(item.status()) : text("roster.waiting");
    }

    private static List<Node> icons(List<PresenceDevice> of, Instant now) {
        return of.stream().limit(ICONS).<Node>map(device -> icon(device, now)).toList();
    }

    private static Label icon(PresenceDevice device, Instant now) {
        Label label = new Label(Ages.format(Duration.between(device.since(), now)));
        Region icon = new Region();
        DeviceType type = device.deviceType();
        icon.getStyleClass()
                .addAll("icon", "device-" + (type == null ? "unknown" : type.wireName()));
        label.setGraphic(icon);
        label.getStyleClass().add("roster-device");
        return label;
    }

    private String sentence(@Nullable RosterRow item) {
        if (item == null) {
            return "";
        }
        Instant now = model.nowProperty().get();
        String more =
                item.entry().devices().isEmpty()
                        ? PresenceTexts.seen(item.entry(), now)
                        : PresenceTexts.devices(item.entry(), now);
        String first = text("roster.sentence", item.name(), words(item), more);
        return item.viewing().isEmpty()
                ? first
                : first + "\n" + text("roster.viewing", item.viewing());
    }
}
