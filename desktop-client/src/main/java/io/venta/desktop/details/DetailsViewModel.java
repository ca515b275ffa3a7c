package io.venta.desktop.details;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.details.notify.NotifyViewModel;
import io.venta.desktop.details.trail.ScrubViewModel;
import io.venta.desktop.details.trail.TrailViewModel;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.time.Clock;
import java.util.concurrent.Executor;
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

/** The selected vendor in words, kept up to date, and its last hour. JavaFX thread only. */
public final class DetailsViewModel {

    // Properties

    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final ObservableList<String> viewers = FXCollections.observableArrayList();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable VendorDetails> details =
            new ReadOnlyObjectWrapper<>();

    private final BooleanBinding open = selected.isNotNull();
    private final Moments moments;
    private final TrailViewModel hour;
    private final ScrubViewModel scrub;
    private final NotifyViewModel notifying;

    /**
     * @param vendors tell when something changed, ages too
     * @param connection whose user asks for trails and sends notifications
     * @param fx the JavaFX thread
     * @param clock whose zone times are written in
     */
    public DetailsViewModel(
            Vendors vendors, GatewayConnection connection, Executor fx, Clock clock) {
        this.moments = new Moments(clock);
        this.hour = new TrailViewModel(connection, fx, clock);
        this.scrub = new ScrubViewModel(hour, clock);
        this.notifying = new NotifyViewModel(connection, fx, clock);
        selected.addListener((property, before, now) -> select(now));
        vendors.revisionProperty().addListener((property, before, now) -> describe());
    }

    /** Whom to describe, or null. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selected;
    }

    /** Where it was in the last hour. */
    public ReadOnlyObjectProperty<Trail> trailProperty() {
        return hour.trailProperty();
    }

    /** Which fix of the trail is looked at; null for the newest one, live. */
    public ObjectProperty<@Nullable Fix> scrubbedProperty() {
        return scrub.scrubbedProperty();
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

    Clock clock() {
        return moments.clock();
    }

    TrailViewModel hour() {
        return hour;
    }

    ScrubViewModel scrub() {
        return scrub;
    }

    NotifyViewModel notifying() {
        return notifying;
    }

    // Commands

    /** Describes nobody any more. */
    public void close() {
        selected.set(null);
    }

    /** From an older fix back to now; false where that is what is shown. */
    public boolean backToLive() {
        return scrub.toLive();
    }

    private void select(@Nullable Vendor vendor) {
        scrub.toLive();
        hour.select(vendor);
        notifying.select(vendor);
        describe();
    }

    private void describe() {
        Vendor vendor = selected.get();
        details.set(vendor == null ? null : VendorDetails.of(vendor, moments));
        hour.tick();
    }
}
