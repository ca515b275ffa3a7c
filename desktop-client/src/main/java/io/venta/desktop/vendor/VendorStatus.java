package io.venta.desktop.vendor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a vendor's last fix reads, as shown by a mark's shape and colour. */
public enum VendorStatus {
    /** A fresh fix with a speed above walking slowly. */
    MOVING,
    /** A fresh fix, not moving. */
    STOPPED,
    /** The fix is older than it should be. */
    STALE,
    /** Stale, and no device of it is connected. */
    OFFLINE,
    /** No fix of it is known; whether it is connected is told by its presence. */
    UNLOCATED;

    private static final double MOVING_METRES_PER_SECOND = 1;
    private static final Duration STALE_AT_LEAST = Duration.ofSeconds(90);
    private static final Duration FRESH_AT_LEAST = Duration.ofSeconds(10);

    /**
     * What a fix says at a moment; null where it says nothing, so that what was shown stays: who
     * moved and is late, but not yet stale, may well still move.
     *
     * @param fix the last one
     * @param age how long ago it was taken
     * @param usualInterval how far the vendor's fixes usually lie apart
     */
    static @Nullable VendorStatus of(Fix fix, Duration age, Duration usualInterval) {
        Duration twice = usualInterval.multipliedBy(2);
        if (age.compareTo(twice) > 0 && age.compareTo(STALE_AT_LEAST) > 0) {
            return STALE;
        }
        if (fix.speed() <= MOVING_METRES_PER_SECOND) {
            return STOPPED;
        }
        Duration fresh = twice.compareTo(FRESH_AT_LEAST) < 0 ? FRESH_AT_LEAST : twice;
        return age.compareTo(fresh) < 0 ? MOVING : null;
    }

    /** The lower-case name, as style classes and text keys have it. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
