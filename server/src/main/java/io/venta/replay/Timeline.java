package io.venta.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Places recorded moments on the wall clock: the first at the time of its asking, later ones in
 * proportion, and where nothing was recorded for long, as if that had not been.
 *
 * <p>Order is kept: what was recorded later is due later, also where a recording goes back in time.
 * Not thread-safe.
 */
final class Timeline {

    /** Longer silences, in wall time, are skipped. */
    static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    /** What is left of a silence, so that the moments on its sides stay apart. */
    private static final Duration LEFT_OF_GAP = Duration.ofMillis(1);

    private final double speed;

    /** The start of each stretch between gaps, and when that is due. */
    private final TreeMap<Instant, Instant> stretches = new TreeMap<>();

    private Instant latest = Instant.MIN;

    Timeline(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed must be above 0");
        }
        this.speed = speed;
    }

    /** Places a moment; the first one is due {@code now}. */
    Placement place(Instant recorded, Instant now) {
        var skipped = Duration.ZERO;
        if (stretches.isEmpty()) {
            stretches.put(recorded, now);
            latest = recorded;
        } else if (recorded.isAfter(latest)) {
            var silence = Duration.between(latest, recorded);
            if (scaled(silence).compareTo(LONGEST_GAP) > 0) {
                stretches.put(recorded, due(latest).plus(LEFT_OF_GAP));
                skipped = silence;
            }
            latest = recorded;
        }
        return new Placement(due(recorded), skipped);
    }

    private Instant due(Instant recorded) {
        var stretch = stretches.floorEntry(recorded);
        if (stretch == null) {
            stretch = stretches.firstEntry();
        }
        var due = stretch.getValue().plus(scaled(Duration.between(stretch.getKey(), recorded)));
        var next = stretches.higherEntry(recorded);
        if (next != null && due.isAfter(next.getValue())) {
            return next.getValue();
        }
        return due;
    }

    private Duration scaled(Duration recorded) {
        return Duration.ofNanos(Math.round(recorded.toNanos() / speed));
    }

    /**
     * Where a moment came to lie.
     *
     * @param due when
     * @param skipped how much recorded silence before it was left out; zero where none was
     */
    record Placement(Instant due, Duration skipped) {}
}
