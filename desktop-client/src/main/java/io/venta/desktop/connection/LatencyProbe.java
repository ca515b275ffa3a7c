package io.venta.desktop.connection;

import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long a ping takes; while an answer is overdue, how long it has taken so far. Any
 * thread.
 */
final class LatencyProbe {

    private final LongSupplier nanoTime;
    private @Nullable Ping outstanding;
    private long sentNanos;

    LatencyProbe(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The next ping to send; empty while one is not answered. */
    synchronized Optional<Ping> next(Instant now) {
        if (outstanding != null) {
            return Optional.empty();
        }
        outstanding = new Ping(now);
        sentNanos = nanoTime.getAsLong();
        return Optional.of(outstanding);
    }

    /** How long the unanswered ping has been under way. */
    synchronized Duration waiting() {
        return Duration.ofNanos(nanoTime.getAsLong() - sentNanos);
    }

    /** How long the ping took; empty if it is not the one waited for. */
    synchronized Optional<Duration> answered(Pong pong) {
        if (outstanding == null || !outstanding.sentAt().equals(pong.sentAt())) {
            return Optional.empty();
        }
        outstanding = null;
        return Optional.of(waiting());
    }

    synchronized void reset() {
        outstanding = null;
    }
}
