package io.venta.desktop.vendor;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.vendor.VendorUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All vendors this client has heard of, in the order it heard of them. JavaFX thread only. */
public final class Vendors {

    private final InstantSource clock;
    private final Map<VendorId, Vendor> byId = new HashMap<>();
    private final ObservableList<Vendor> all =
            FXCollections.observableArrayList(
                    vendor -> new Observable[] {vendor.nameProperty(), vendor.typeProperty()});
    private final ObservableList<Vendor> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper caughtUp = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> newestFix =
            new ReadOnlyObjectWrapper<>();

    /** Knows none yet. */
    public Vendors(InstantSource clock) {
        this.clock = clock;
    }

    /** All of them; read only. Tells of changed names and types too. */
    public ObservableList<Vendor> all() {
        return readOnly;
    }

    /** The vendor of that id. */
    public Optional<Vendor> find(VendorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Grows whenever any vendor changed, once for all that changed together. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether the last known values are all here, so that "none" means none. */
    public ReadOnlyBooleanProperty caughtUpProperty() {
        return caughtUp.getReadOnlyProperty();
    }

    /** When the newest fix of all was taken. */
    public ReadOnlyObjectProperty<@Nullable Instant> newestFixProperty() {
        return newestFix.getReadOnlyProperty();
    }

    /** Takes what was heard: records of the wire contract; others change nothing. */
    public void hear(Collection<?> news) {
        Instant now = clock.instant();
        Set<Vendor> added = new LinkedHashSet<>();
        for (Object item : news) {
            switch (item) {
                case LocationUpdate update -> hear(update, now, added);
                case VendorUpdate profile -> vendor(profile.vendorId(), added).hear(profile);
                case VendorRemoved removed -> remove(removed.vendorId(), added);
                default -> {}
            }
        }
        all.addAll(added);
        changed();
    }

    /**
     * The last known values have all come. Who is not among them is gone: it was removed while
     * nobody here could hear it.
     *
     * @param located whose fixes came
     * @param profiled whose profiles came
     */
    public void caughtUp(Set<VendorId> located, Set<VendorId> profiled) {
        Set<Vendor> gone = new HashSet<>();
        for (Vendor vendor : all) {
            Set<VendorId> alive = vendor.fix() == null ? profiled : located;
            if (!alive.contains(vendor.id())) {
                gone.add(vendor);
            }
        }
        if (!gone.isEmpty()) {
            gone.forEach(vendor -> byId.remove(vendor.id()));
            all.removeAll(gone);
            newestFix.set(newest());
        }
        caughtUp.set(true);
        changed();
    }

    /** Takes whether its vendors are connected, from what knows it; all of them at once. */
    public void present(Function<VendorId, @Nullable PresenceEntry> known) {
        Instant now = clock.instant();
        all.forEach(vendor -> vendor.hear(known.apply(vendor.id()), now));
        changed();
    }

    /** Takes for whom a rule holds that nobody has acknowledged; all of them at once. */
    public void alert(Set<VendorId> alerted) {
        all.forEach(vendor -> vendor.alert(alerted.contains(vendor.id())));
        changed();
    }

    /** Lets time pass: ages and what follows from them. Called once a second. */
    public void tick() {
        Instant now = clock.instant();
        all.forEach(vendor -> vendor.tick(now));
        changed();
    }

    private void hear(LocationUpdate update, Instant now, Set<Vendor> added) {
        if (vendor(update.vendorId(), added).hear(update, now)) {
            Instant newest = newestFix.get();
            if (newest == null || update.timestamp().isAfter(newest)) {
                newestFix.set(update.timestamp());
            }
        }
    }

    private Vendor vendor(VendorId id, Set<Vendor> added) {
        return byId.computeIfAbsent(
                id,
                unheardOf -> {
                    Vendor vendor = new Vendor(unheardOf);
                    added.add(vendor);
                    return vendor;
                });
    }

    private void remove(VendorId id, Set<Vendor> added) {
        Vendor gone = byId.remove(id);
        if (gone != null && !added.remove(gone)) {
            all.remove(gone);
        }
    }

    private @Nullable Instant newest() {
        return all.stream()
                .map(Vendor::fix)
                .flatMap(Stream::ofNullable)
                .map(Fix::timestamp)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
