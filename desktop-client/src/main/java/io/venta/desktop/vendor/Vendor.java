package io.venta.desktop.vendor;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import io.venta.model.vendor.VendorUpdate;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One vendor as this client knows it, observable. JavaFX thread only; changed by {@link Vendors}
 * alone. Two vendors are the same only if they are one object.
 */
public final class Vendor {

    private static final Duration ASSUMED_INTERVAL = Duration.ofSeconds(30);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);

    private final VendorId id;
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyStringWrapper type = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Fix> fix = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<VendorStatus> status =
            new ReadOnlyObjectWrapper<>(VendorStatus.UNLOCATED);
    private final ReadOnlyObjectWrapper<@Nullable Duration> age = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper alerted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable PresenceEntry> presence =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Duration> absence = new ReadOnlyObjectWrapper<>();
    private final HeldStatus held = new HeldStatus();
    private @Nullable Duration usualInterval;
    private final ReadOnlyObjectWrapper<@Nullable VendorUpdate> profile =
            new ReadOnlyObjectWrapper<>();

    Vendor(VendorId id) {
        this.id = id;
        this.name = new ReadOnlyStringWrapper(id.value());
    }

    /** Its id. */
    public VendorId id() {
        return id;
    }

    /** What people call it; its id until a profile is heard. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** What people call it. */
    public String name() {
        return name.get();
    }

    /** What kind it is; empty where unknown. */
    public ReadOnlyStringProperty typeProperty() {
        return type.getReadOnlyProperty();
    }

    /** All that its profile says; null until one is heard. */
    public ReadOnlyObjectProperty<@Nullable VendorUpdate> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** The last known fix; null while only its profile is known. */
    public ReadOnlyObjectProperty<@Nullable Fix> fixProperty() {
        return fix.getReadOnlyProperty();
    }

    /** The last known fix. */
    public @Nullable Fix fix() {
        return fix.get();
    }

    /** How the fix reads, steadied over 3 s. */
    public ReadOnlyObjectProperty<VendorStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** How the fix reads. */
    public VendorStatus status() {
        return status.get();
    }

    /** How old the fix is, to the second; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Duration> ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Whether a device of it is connected, whatever its fix says; null while nobody knows. */
    public ReadOnlyObjectProperty<@Nullable PresenceEntry> presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /** Whether a rule of the dispatcher's holds for it that nobody has acknowledged. */
    public ReadOnlyBooleanProperty alertedProperty() {
        return alerted.getReadOnlyProperty();
    }

    /** For how long no device of it has been connected; null while one is, or nobody knows. */
    public ReadOnlyObjectProperty<@Nullable Duration> absenceProperty() {
        return absence.getReadOnlyProperty();
    }

    void alert(boolean on) {
        alerted.set(on);
    }

    void hear(@Nullable PresenceEntry entry, Instant now) {
        presence.set(entry);
        countAbsence(now);
    }

    private void countAbsence(Instant now) {
        PresenceEntry entry = presence.get();
        Instant lastSeen = entry == null ? null : entry.lastSeen();
        absence.set(
                lastSeen == null
                        ? null
                        : Duration.ofSeconds(Duration.between(lastSeen, now).toSeconds()));
    }

    /** Takes a fix unless it is not newer than the known one. */
    boolean hear(LocationUpdate update, Instant now) {
        Fix before = fix.get();
        if (before != null && !update.timestamp().isAfter(before.timestamp())) {
            return false;
        }
        Fix next = Fix.of(update, before);
        if (before != null) {
            learn(next.interval());
        }
        fix.set(next);
        tick(now);
        return true;
    }

    void hear(VendorUpdate update) {
        VendorUpdate known = profile.get();
        if (known != null && update.timestamp().isBefore(known.timestamp())) {
            return;
        }
        profile.set(update);
        name.set(update.name());
        String kind = update.type();
        type.set(kind == null ? "" : kind);
    }

    /** Lets time pass. */
    void tick(Instant now) {
        countAbsence(now);
        Fix known = fix.get();
        if (known == null) {
            return;
        }
        Duration exact = Duration.between(known.timestamp(), now);
        age.set(Duration.ofSeconds(Math.max(0, exact.toSeconds())));
        VendorStatus said = VendorStatus.of(known, exact, usualInterval());
        boolean offline = said == VendorStatus.STALE && surelyAway(presence.get());
        status.set(held.observe(offline ? VendorStatus.OFFLINE : said, now));
    }

    /** A node that cannot see all others' devices does not know. */
    private static boolean surelyAway(@Nullable PresenceEntry entry) {
        return entry != null
                && entry.status() == PresenceStatus.OFFLINE
                && !Boolean.TRUE.equals(entry.degraded());
    }

    private Duration usualInterval() {
        return usualInterval == null ? ASSUMED_INTERVAL : usualInterval;
    }

    /** The first counts whole, each later one a fifth; a night's pause does not make one slow. */
    private void learn(Duration interval) {
        Duration usual = usualInterval;
        long learnt =
                usual == null
                        ? interval.toMillis()
                        : (usual.toMillis() * 4 + interval.toMillis()) / 5;
        usualInterval = Duration.ofMillis(Math.min(learnt, LONGEST_INTERVAL.toMillis()));
    }

    @Override
    public String toString() {
        return id.value();
    }
}
