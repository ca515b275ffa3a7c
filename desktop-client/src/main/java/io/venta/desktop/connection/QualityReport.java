package io.venta.desktop.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a connection has been during the last minutes.
 *
 * @param pings those that were answered or lost, oldest first
 * @param median of the latencies; absent without an answer
 * @param slowest the 95th percentile of the latencies; absent without an answer
 * @param heardAt when something came last, a heart-beat for example
 * @param connectedSince absent while there is no connection
 * @param reconnects how often it came back
 * @param session what the server calls the present one
 */
public record QualityReport(
        List<Ping> pings,
        @Nullable Duration median,
        @Nullable Duration slowest,
        @Nullable Instant heardAt,
        @Nullable Instant connectedSince,
        int reconnects,
        @Nullable String session) {

    /** How far it reaches back. */
    public static final Duration REACH = Duration.ofMinutes(5);

    /** Keeps what was given from changing. */
    public QualityReport {
        pings = List.copyOf(pings);
    }

    /** Which part of the pings was lost, 0 to 1. */
    public double loss() {
        return pings.isEmpty() ? 0 : (double) lost() / pings.size();
    }

    /** How many were lost. */
    public long lost() {
        return pings.stream().filter(ping -> ping.latency() == null).count();
    }

    /**
     * A ping.
     *
     * @param sentAt when
     * @param latency until its answer; null if it was lost
     */
    public record Ping(Instant sentAt, @Nullable Duration latency) {}
}
