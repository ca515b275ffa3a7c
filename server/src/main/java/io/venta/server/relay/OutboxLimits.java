package io.venta.server.relay;

import java.time.Duration;

/**
 * How much may wait for a session.
 *
 * @param maxBytes above it the session ends
 * @param maxFrames above it the session ends
 * @param maxWait how long a frame may wait, or the socket take nothing, before the session ends
 * @param behindBytes above it only the newest per vendor stays
 * @param behindWait above it, likewise
 */
record OutboxLimits(
        long maxBytes, int maxFrames, Duration maxWait, long behindBytes, Duration behindWait) {

    private static final long BEHIND_BYTES = 256 * 1024;
    private static final Duration BEHIND_WAIT = Duration.ofSeconds(1);

    static OutboxLimits of(RelaySettings settings) {
        return new OutboxLimits(
                settings.sendQueueSize().toBytes(),
                settings.sendQueueFrames(),
                settings.sendTimeLimit(),
                Math.min(BEHIND_BYTES, settings.sendQueueSize().toBytes() / 2),
                BEHIND_WAIT);
    }
}
