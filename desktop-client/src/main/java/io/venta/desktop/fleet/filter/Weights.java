package io.venta.desktop.fleet.filter;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What counts for an order, as numbers: the smallest is on top. */
final class Weights {

    /** Of whom nothing is known: greater than all others, whichever way they go. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private static final List<VendorStatus> STATES =
            List.of(
                    VendorStatus.MOVING,
                    VendorStatus.STOPPED,
                    VendorStatus.STALE,
                    VendorStatus.OFFLINE,
                    VendorStatus.UNLOCATED);
    private static final List<PresenceStatus> PRESENCES =
            List.of(
                    PresenceStatus.ONLINE,
                    PresenceStatus.IDLE,
                    PresenceStatus.AWAY,
                    PresenceStatus.BUSY,
                    PresenceStatus.OFFLINE);

    private Weights() {}

    /**
     * @param rank its place by name
     * @param types each type's place by name
     */
    static long of(Vendor vendor, FleetSort.By by, int rank, Map<String, Integer> types) {
        return switch (by) {
            case NAME -> rank;
            case TYPE -> type(vendor.typeProperty().get(), types);
            case STATE -> vendor.alertedProperty().get() ? -1 : STATES.indexOf(vendor.status());
            case SPEED -> Speeds.known(vendor) ? Speeds.kilometresPerHour(vendor) : UNKNOWN;
            case AGE -> age(vendor);
            case PRESENCE -> presence(vendor);
        };
    }

    private static long type(String type, Map<String, Integer> types) {
        return type.isEmpty() ? UNKNOWN : types.getOrDefault(type, 0);
    }

    private static long age(Vendor vendor) {
        Duration age = vendor.ageProperty().get();
        return age == null ? UNKNOWN : age.toSeconds();
    }

    private static long presence(Vendor vendor) {
        PresenceEntry entry = vendor.presenceProperty().get();
        return entry == null ? UNKNOWN : PRESENCES.indexOf(entry.status());
    }
}
