package io.venta.desktop.alert;

import io.venta.desktop.vendor.Fix;
import io.venta.model.location.GeoPosition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor stands and for how long, by the times of its fixes: from the first one that says
 * that it hardly moves, as long as they stay within {@value #METRES} m. One stray fix changes
 * nothing; it has left once two in a row lie outside.
 */
final class Spot {

    private static final double METRES = 50;
    private static final double STILL_METRES_PER_SECOND = 1;

    /** As late as a fix may come for its own times to count. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private @Nullable GeoPosition anchor;
    private @Nullable Instant fixedAt;
    private Duration seenAt = Duration.ZERO;
    private Duration still = Duration.ZERO;
    private boolean strayed;

    /**
     * Takes a new fix.
     *
     * @param seen when, in watched time
     * @param afterSilence whether it was overdue, so that nobody knows where the vendor was before
     */
    void take(Fix fix, Duration seen, boolean afterSilence) {
        GeoPosition place = anchor;
        Instant before = fixedAt;
        if (place == null || before == null) {
            settle(fix);
        } else if (Fix.metres(place, fix.position()) <= METRES) {
            strayed = false;
            still = still.plus(afterSilence ? Duration.ZERO : passed(before, fix, seen));
        } else if (strayed) {
            settle(fix);
        } else {
            strayed = true;
        }
        fixedAt = fix.timestamp();
        seenAt = seen;
    }

    Duration stillFor() {
        return anchor == null ? Duration.ZERO : still;
    }

    private void settle(Fix fix) {
        anchor = fix.speed() <= STILL_METRES_PER_SECOND ? fix.position() : null;
        still = Duration.ZERO;
        strayed = false;
    }

    /** By the vendor's clock, but not more than was watched: it may have been elsewhere. */
    private Duration passed(Instant before, Fix fix, Duration seen) {
        Duration between = Duration.between(before, fix.timestamp());
        Duration watched = seen.minus(seenAt);
        return between.compareTo(watched.plus(LATE)) > 0 ? watched : between;
    }
}
