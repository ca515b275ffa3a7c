package io.venta.desktop.fleet;

import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A presence as a dot and in words; empty where nobody knows. */
final class PresenceCell extends TableCell<Vendor, PresenceCell.@Nullable Value> {

    private final PresenceDot dot = new PresenceDot();

    /**
     * What it shows.
     *
     * @param status as the dot
     * @param words the status, or when it was seen
     */
    record Value(PresenceStatus status, String words) {

        static @Nullable Value of(Vendor vendor) {
            PresenceEntry entry = vendor.presenceProperty().get();
            if (entry == null) {
                return null;
            }
            String seen = PresenceTexts.seen(vendor.absenceProperty().get());
            PresenceStatus status = entry.status();
            return new Value(status, seen.isEmpty() ? PresenceTexts.status(status) : seen);
        }
    }

    PresenceCell() {
        getStyleClass().add("presence-cell");
    }

    @Override
    protected void updateItem(@Nullable Value item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setText("");
            return;
        }
        dot.show(item.status());
        setGraphic(dot);
        setText(item.words());
    }
}
