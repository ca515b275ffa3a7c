package io.venta.desktop.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before an attempt: exponential with full jitter, so that clients which lost the
 * same server do not come back as one wave.
 *
 * @param first upper bound before the first attempt; doubles with each further one
 * @param cap what the upper bound never exceeds
 * @param random where the jitter comes from
 */
public record Backoff(Duration first, Duration cap, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 30;

    /** From 1 s to 30 s. */
    public static Backoff standard() {
        return new Backoff(
                Duration.ofSeconds(1), Duration.ofSeconds(30), RandomGenerator.getDefault());
    }

    /**
     * The wait before an attempt, evenly spread from nothing to the upper bound.
     *
     * @param attempt from 1
     */
    public Duration delay(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(Math.min(doubled, cap.toMillis()) + 1));
    }
}
