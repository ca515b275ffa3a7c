package io.venta.desktop.connection;

import io.venta.model.Destinations;
import io.venta.model.session.Pong;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks an open session for signs of life and tells what it finds: a latency, or that the line is
 * dead. A peer whose machine is gone, or that stands still, closes nothing: only its silence shows.
 * Lives on the loop, but for answers.
 */
final class Prober {

    private final Pace pace;
    private final ConnectionQuality quality;
    private final OpenSession session;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> latency;
    private long pingedAt;
    private long doubtedAt;
    private boolean doubted;

    /**
     * @param latency hears how long a ping took, and while one is overdue, how long so far; on any
     *     thread
     */
    Prober(
            Pace pace,
            ConnectionQuality quality,
            OpenSession session,
            LongSupplier nanoTime,
            Consumer<Duration> latency) {
        this.pace = pace;
        this.quality = quality;
        this.session = session;
        this.nanoTime = nanoTime;
        this.latency = latency;
    }

    /** A session has opened. */
    void begin() {
        doubted = false;
        ping();
    }

    /** There is reason to think that the line is dead: find out soon. */
    void doubt() {
        if (session.isThere() && !doubted) {
            doubted = true;
            doubtedAt = nanoTime.getAsLong();
            ping();
        }
    }

    /** Lets time pass while a session is open; false once the line is dead. */
    boolean tick() {
        Duration silence = quality.silence();
        Duration inDoubt = since(doubtedAt);
        doubted &= silence.compareTo(inDoubt) > 0;
        // Who slept has heard nothing meanwhile: that says nothing of the line.
        boolean dead =
                doubted
                        ? inDoubt.compareTo(pace.doubt()) > 0
                        : silence.compareTo(pace.silence()) > 0;
        if (dead) {
            return false;
        }
        quality.overdue().filter(waited -> waited.compareTo(pace.tick()) >= 0).ifPresent(latency);
        quality.expire();
        if (since(pingedAt).compareTo(pace.ping()) >= 0) {
            ping();
        }
        return true;
    }

    /** Something came on the queue of replies. */
    void hear(GatewayMessage message) {
        if (message.payload() instanceof Pong pong) {
            quality.answered(pong).ifPresent(latency);
        }
    }

    private void ping() {
        pingedAt = nanoTime.getAsLong();
        session.send(Destinations.SESSION_PING, quality.ping());
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanoTime.getAsLong() - nanos);
    }
}
