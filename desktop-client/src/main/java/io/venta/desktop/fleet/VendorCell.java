package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.fx.RowLine;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row: mark, name and age; under them what kind it is and how it moves. */
final class VendorCell extends ListCell<Vendor> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);

    private final Region mark = new Region();
    private final Label name = new Label();
    private final Label age = new Label();
    private final PresenceDot dot = new PresenceDot();
    private final Label kind = new Label();
    private final Label seen = new Label();
    private final Label motion = new Label();
    private final HBox row;
    private final Tooltip tooltip = new Tooltip();
    private final ChangeListener<Object> refresh = (property, before, now) -> refresh();
    private @Nullable Vendor vendor;

    VendorCell() {
        getStyleClass().add("vendor-cell");
        name.getStyleClass().add("vendor-name");
        age.getStyleClass().add("vendor-age");
        kind.getStyleClass().add("vendor-kind");
        seen.getStyleClass().add("vendor-kind");
        seen.setMinWidth(USE_PREF_SIZE);
        HBox who = new HBox(4, dot, kind, seen);
        who.setAlignment(Pos.CENTER_LEFT);
        motion.getStyleClass().add("vendor-motion");
        age.setMinWidth(USE_PREF_SIZE);
        motion.setMinWidth(USE_PREF_SIZE);
        HBox slot = new HBox(mark);
        slot.getStyleClass().add("mark-slot");
        VBox lines = new VBox(new RowLine(name, age), new RowLine(who, motion));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(slot, lines);
        row.getStyleClass().add("vendor-row");
        row.setMinWidth(0);
        setPrefWidth(0);
        tooltip.setOnShowing(event -> tooltip.setText(tooltipText()));
    }

    @Override
    protected void updateItem(@Nullable Vendor item, boolean empty) {
        super.updateItem(item, empty);
        if (vendor != item) {
            unbind();
            vendor = item;
            if (item != null) {
                item.nameProperty().addListener(refresh);
                item.typeProperty().addListener(refresh);
                item.statusProperty().addListener(refresh);
                item.ageProperty().addListener(refresh);
                item.fixProperty().addListener(refresh);
                item.presenceProperty().addListener(refresh);
                item.absenceProperty().addListener(refresh);
            }
        }
        setGraphic(item == null ? null : row);
        setTooltip(item == null ? null : tooltip);
        refresh();
    }

    private void unbind() {
        Vendor before = vendor;
        if (before != null) {
            before.nameProperty().removeListener(refresh);
            before.typeProperty().removeListener(refresh);
            before.statusProperty().removeListener(refresh);
            before.ageProperty().removeListener(refresh);
            before.fixProperty().removeListener(refresh);
            before.presenceProperty().removeListener(refresh);
            before.absenceProperty().removeListener(refresh);
        }
    }

    private void refresh() {
        Vendor known = vendor;
        if (known == null) {
            return;
        }
        VendorStatus status = known.status();
        mark.getStyleClass().setAll("mark", "mark-" + status.key());
        Fix fix = known.fix();
        mark.setRotate(status == VendorStatus.MOVING ? heading(fix) : 0);
        name.setText(known.name());
        kind.setText(known.typeProperty().get());
        motion.setText(motion(status, fix));
        showPresence(known);
        Duration old = known.ageProperty().get();
        age.setText(old == null ? "" : Ages.format(old));
        setAccessibleText(
                text(
                        "fleet.row",
                        known.name(),
                        text("status." + status.key()),
                        age.getText(),
                        presence(known)));
    }

    private void showPresence(Vendor known) {
        PresenceEntry entry = known.presenceProperty().get();
        dot.show(entry == null ? null : entry.status());
        dot.setManaged(entry != null);
        String words = entry == null ? "" : PresenceTexts.seen(known.absenceProperty().get());
        seen.setText(words.isEmpty() || kind.getText().isEmpty() ? words : "· " + words);
    }

    private static double heading(@Nullable Fix fix) {
        return fix == null || Double.isNaN(fix.heading()) ? 0 : fix.heading();
    }

    private static String motion(VendorStatus status, @Nullable Fix fix) {
        return status == VendorStatus.MOVING && fix != null
                ? Ages.speed(fix.speed())
                : text("status." + status.key());
    }

    private static String presence(Vendor known) {
        PresenceEntry entry = known.presenceProperty().get();
        return entry == null ? "" : PresenceTexts.status(entry.status());
    }

    private String tooltipText() {
        Vendor known = vendor;
        Fix fix = known == null ? null : known.fix();
        if (known == null || fix == null) {
            return known == null ? "" : known.name() + '\n' + presence(known);
        }
        ZoneId zone = ZoneId.systemDefault();
        return text(
                "fleet.tooltip",
                known.name(),
                known.id().value(),
                presence(known),
                TIME.format(fix.timestamp().atZone(zone)),
                zone.getDisplayName(java.time.format.TextStyle.SHORT, Locale.getDefault()));
    }
}
