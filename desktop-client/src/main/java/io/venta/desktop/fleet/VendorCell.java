package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fleet.filter.Speeds;
import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.fx.RowLine;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import java.time.Duration;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A row: mark, name and age; under them what kind it is and how it moves. Its vendor, which
 * outlives it, knows of it by weak listeners only.
 */
final class VendorCell extends ListCell<Vendor> {

    private final StateMark mark = new StateMark();
    private final Label name = new Label();
    private final Label age = new Label();
    private final PresenceDot dot = new PresenceDot();
    private final Label kind = new Label();
    private final Label seen = new Label();
    private final Label motion = new Label();
    private final HBox row;
    private final Tooltip tooltip = new Tooltip();
    private final InvalidationListener refresh = change -> refresh();
    private final WeakInvalidationListener heard = new WeakInvalidationListener(refresh);
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
        VBox lines = new VBox(new RowLine(name, age), new RowLine(who, motion));
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(mark, lines);
        row.getStyleClass().add("vendor-row");
        row.setMinWidth(0);
        setPrefWidth(0);
        setClip(clip());
        tooltip.setOnShowing(event -> tooltip.setText(tooltipText()));
    }

    @Override
    protected void updateItem(@Nullable Vendor item, boolean empty) {
        super.updateItem(item, empty);
        if (vendor != item) {
            forget();
            vendor = item;
            if (item != null) {
                facts(item).forEach(fact -> fact.addListener(heard));
            }
        }
        setGraphic(item == null ? null : row);
        setTooltip(item == null ? null : tooltip);
        refresh();
    }

    private void forget() {
        Vendor before = vendor;
        if (before != null) {
            facts(before).forEach(fact -> fact.removeListener(heard));
        }
    }

    private static List<ObservableValue<?>> facts(Vendor of) {
        return List.of(
                of.nameProperty(),
                of.typeProperty(),
                of.statusProperty(),
                of.ageProperty(),
                of.fixProperty(),
                of.alertedProperty(),
                of.presenceProperty(),
                of.absenceProperty());
    }

    /** Letters of some scripts are higher than a row. */
    private Rectangle clip() {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        return clip;
    }

    private void refresh() {
        Vendor known = vendor;
        if (known == null) {
            return;
        }
        VendorStatus status = known.status();
        StateValue state = StateValue.of(known);
        mark.show(state);
        name.setText(Names.oneLine(known.name()));
        kind.setText(Names.oneLine(known.typeProperty().get()));
        motion.setText(
                status == VendorStatus.MOVING
                        ? Speeds.text(known)
                        : text("status." + status.key()));
        showPresence(known);
        Duration old = known.ageProperty().get();
        age.setText(old == null ? "" : Ages.format(old));
        setAccessibleText(
                text(
                        "fleet.row",
                        known.name(),
                        state.words(),
                        age.getText(),
                        RowTexts.presence(known)));
    }

    private void showPresence(Vendor known) {
        PresenceEntry entry = known.presenceProperty().get();
        dot.show(entry == null ? null : entry.status());
        dot.setManaged(entry != null);
        String words = entry == null ? "" : PresenceTexts.seen(known.absenceProperty().get());
        seen.setText(words.isEmpty() || kind.getText().isEmpty() ? words : "· " + words);
    }

    private String tooltipText() {
        Vendor known = vendor;
        return known == null ? "" : RowTexts.tooltip(known);
    }
}
