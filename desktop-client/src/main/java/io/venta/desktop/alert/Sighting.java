package io.venta.desktop.alert;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What has been seen of one vendor, in watched time: for how long it has been away and for how long
 * at one spot. What happened while nobody could watch does not count.
 */
final class Sighting {

    /** So long after a fix its status may still be that of the one before. */
    private static final Duration STEADIED = Duration.ofSeconds(5);

    private final Spot spot = new Spot();
    private @Nullable Fix last;
    private @Nullable PresenceEntry presence;
    private Duration heardAt = Duration.ZERO;
    private Duration hereAt = Duration.ZERO;
    private Duration watched = Duration.ZERO;
    private boolean wentSilent;

    /**
     * Looks at the vendor, once a second.
     *
     * @param entry its presence; null where nobody knows
     */
    void see(Vendor vendor, @Nullable PresenceEntry entry, Duration now) {
        watched = now;
        presence = entry;
        Fix fix = vendor.fix();
        boolean news = fix != null && !fix.equals(last);
        if (fix != null && news) {
            spot.take(fix, now, wentSilent);
            last = fix;
            heardAt = now;
            wentSilent = false;
        } else if (now.minus(heardAt).compareTo(STEADIED) > 0) {
            wentSilent |= vendor.status() == VendorStatus.STALE;
        }
        if (news || !isAway(entry)) {
            hereAt = now;
        }
    }

    /** Its presence as it was seen last. */
    @Nullable PresenceEntry presence() {
        return presence;
    }

    /** For how long nothing has come from it, neither a device nor a fix. */
    Duration awayFor() {
        return watched.minus(hereAt);
    }

    /** For how long it has stayed at one spot, up to its last fix. */
    Duration stillFor() {
        return spot.stillFor();
    }

    /** Whether it is certain that no device is connected: not by a node that sees no others. */
    static boolean isAway(@Nullable PresenceEntry entry) {
        return entry != null
                && entry.status() == PresenceStatus.OFFLINE
                && !Boolean.TRUE.equals(entry.degraded());
    }
}
