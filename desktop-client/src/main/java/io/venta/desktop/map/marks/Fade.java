package io.venta.desktop.map.marks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a stale mark's disc has faded: in three steps by the age of its fix, the same for all
 * vendors, so that equal marks are equally old. Its ring does not fade: it tells that the mark is
 * there, and at least 3 : 1 has to lie between the two and the ground.
 */
enum Fade {
    /** As every stale mark begins. */
    LEAST(0, Duration.ZERO, 0.5),
    /** Nobody would look for it just there. */
    SOME(1, Duration.ofMinutes(10), 0.28),
    /** Older than any trail. */
    MOST(2, Duration.ofHours(1), 0.08);

    private final int step;
    private final Duration from;
    private final double strength;

    Fade(int step, Duration from, double strength) {
        this.step = step;
        this.from = from;
        this.strength = strength;
    }

    static Fade of(@Nullable Duration age) {
        if (age == null || age.compareTo(SOME.from) < 0) {
            return LEAST;
        }
        return age.compareTo(MOST.from) < 0 ? SOME : MOST;
    }

    /** 0 for the least. */
    int step() {
        return step;
    }

    /** The opacity of its disc. */
    double strength() {
        return strength;
    }
}
