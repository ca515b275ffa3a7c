package io.venta.desktop.connection;

import io.venta.desktop.connection.ConnectionState.Reconnecting;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to try again, and what to say about it meanwhile. The count of attempts starts anew only
 * after a connection has lived for half a minute, so that a server which accepts and drops is not
 * stormed. One thread.
 */
final class RetryPlan {

    private static final Duration STEADY = Duration.ofSeconds(30);

    private final Backoff backoff;
    private @Nullable Instant openedAt;
    private @Nullable Instant lostAt;
    private int attempts;

    RetryPlan(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * When the connection was lost; null while it is there, and before the first attempt failed.
     */
    @Nullable Instant lostAt() {
        return lostAt;
    }

    void attempting() {
        attempts++;
    }

    void opened(Instant now) {
        openedAt = now;
        lostAt = null;
    }

    /** The connection was lost, or the attempt failed: what comes next. */
    Reconnecting lost(Instant now) {
        if (openedAt != null && openedAt.plus(STEADY).isBefore(now)) {
            attempts = 0;
        }
        openedAt = null;
        Instant since = lostAt == null ? now : lostAt;
        lostAt = since;
        Duration delay = backoff.delay(Math.max(attempts, 1));
        return new Reconnecting(now.plus(delay), attempts + 1, since);
    }
}
