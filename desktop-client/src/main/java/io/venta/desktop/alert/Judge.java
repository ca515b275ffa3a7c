package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;

/** What a rule says of a vendor now. */
final class Judge {

    private static final double KMH = 3.6;
    private static final double SLOWER_BY = 5;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private Judge() {}

    static Verdict of(Rule rule, Vendor vendor, Sighting seen) {
        return switch (rule.kind()) {
            case OFFLINE -> offline(vendor, seen, Duration.ofMinutes(rule.threshold()));
            case STOPPED ->
                    holds(seen.stillFor().compareTo(Duration.ofMinutes(rule.threshold())) >= 0);
            case SPEED -> faster(vendor, rule.threshold());
        };
    }

    /** Who never was here is not missed. */
    private static Verdict offline(Vendor vendor, Sighting seen, Duration limit) {
        PresenceEntry entry = seen.presence();
        boolean away = Sighting.isAway(entry);
        if (entry == null || (entry.status() == PresenceStatus.OFFLINE && !away)) {
            return Verdict.UNCERTAIN;
        }
        boolean fresh =
                vendor.status() == VendorStatus.MOVING || vendor.status() == VendorStatus.STOPPED;
        boolean everHere = vendor.fix() != null || entry.lastSeen() != null;
        return holds(away && everHere && !fresh && seen.awayFor().compareTo(limit) >= 0);
    }

    /** Nobody knows how fast one is who has gone silent. */
    private static Verdict faster(Vendor vendor, int limit) {
        Fix fix = vendor.fix();
        Duration age = vendor.ageProperty().get();
        if (fix == null || age == null || vendor.status() == VendorStatus.STALE) {
            return Verdict.NOT;
        }
        if (fix.jump() || age.compareTo(FRESH) > 0) {
            return Verdict.UNCERTAIN;
        }
        long speed = Math.round(fix.speed() * KMH); // As it is shown.
        if (speed > limit) {
            return Verdict.HOLDS;
        }
        return speed < limit - Math.min(SLOWER_BY, limit / 2.0) ? Verdict.NOT : Verdict.UNCERTAIN;
    }

    private static Verdict holds(boolean it) {
        return it ? Verdict.HOLDS : Verdict.NOT;
    }
}
