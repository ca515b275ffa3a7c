package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The selected rows, and the one of them that leads: whom the map and the card show. The lead stays
 * while the filter hides its row; the others are let go. JavaFX thread only.
 */
final class VendorSelection {

    private final ObjectProperty<@Nullable Vendor> lead = new SimpleObjectProperty<>();
    private final ObservableList<Vendor> rows = FXCollections.observableArrayList();
    private final ObservableList<Vendor> readOnly = FXCollections.unmodifiableObservableList(rows);
    private boolean choosing;

    VendorSelection() {
        lead.addListener((property, before, now) -> led(now));
    }

    ObjectProperty<@Nullable Vendor> leadProperty() {
        return lead;
    }

    ObservableList<Vendor> rows() {
        return readOnly;
    }

    /** The user chose rows. */
    void choose(List<Vendor> chosen, @Nullable Vendor leading) {
        choosing = true;
        try {
            setRows(chosen);
            lead.set(leading);
        } finally {
            choosing = false;
        }
    }

    /** These are the rows now. */
    void keepTo(List<Vendor> shown) {
        Vendor leading = lead.get();
        if (rows.isEmpty() && leading == null) {
            return;
        }
        Set<Vendor> there = new HashSet<>(shown);
        List<Vendor> kept = rows.stream().filter(there::contains).toList();
        boolean back = kept.isEmpty() && leading != null && there.contains(leading);
        setRows(back ? List.of(leading) : kept);
    }

    /** Somebody else chose one, or none: on the map, say. */
    private void led(@Nullable Vendor now) {
        if (choosing) {
            return;
        }
        if (now == null) {
            setRows(List.of());
        } else if (!rows.contains(now)) {
            setRows(List.of(now));
        }
    }

    private void setRows(List<Vendor> next) {
        if (!rows.equals(next)) {
            rows.setAll(next);
        }
    }
}
