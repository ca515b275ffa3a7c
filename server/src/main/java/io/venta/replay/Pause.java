package io.venta.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits for a moment of the wall clock. */
interface Pause {

    void until(Instant moment) throws InterruptedException;

    /** Sleeps; a moment that has passed is no wait. */
    static Pause sleeping(Clock clock) {
        return moment -> {
            var left = Duration.between(clock.instant(), moment);
            if (left.isPositive()) {
                Thread.sleep(left);
            }
        };
    }
}
