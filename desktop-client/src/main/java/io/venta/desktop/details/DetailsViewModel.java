package io.venta.desktop.details;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.time.Clock;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The selected vendor in words, kept up to date. JavaFX thread only. */
public final class DetailsViewModel {

    // Properties

    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final ObservableList<String> viewers = FXCollections.observableArrayList();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable VendorDetails> details =
            new ReadOnlyObjectWrapper<>();

    private final BooleanBinding open = selected.isNotNull();
    private final Moments moments;

    /**
     * @param vendors tell when something changed, ages too
     * @param clock whose zone times are written in
     */
    public DetailsViewModel(Vendors vendors, Clock clock) {
        this.moments = new Moments(clock);
        selected.addListener((property, before, now) -> describe());
        vendors.revisionProperty().addListener((property, before, now) -> describe());
    }

    /** Whom to describe, or null. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selected;
    }

    /** Who else looks at the same vendor, by name. */
    public ObservableList<String> viewers() {
        return viewers;
    }

    /** Whether what is shown may have changed unheard. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** Whether there is somebody to describe. */
    public BooleanBinding openProperty() {
        return open;
    }

    ReadOnlyObjectProperty<@Nullable VendorDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    // Commands

    /** Describes nobody any more. */
    public void close() {
        selected.set(null);
    }

    private void describe() {
        Vendor vendor = selected.get();
        details.set(vendor == null ? null : VendorDetails.of(vendor, moments));
    }
}
