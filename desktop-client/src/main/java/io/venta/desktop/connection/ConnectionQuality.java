package io.venta.desktop.connection;

import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's pings tell of it. A ping without an answer within its time is lost, and so is
 * one that was under way when the connection broke. The clock that moments are told by learns the
 * server's time from the answers. Any thread.
 */
final class ConnectionQuality {

    private final SteadyClock clock;
    private final LongSupplier nanoTime;
    private final Duration lostAfter;
    private final Map<Instant, Long> underWay = new LinkedHashMap<>();
    private final Deque<QualityReport.Ping> pings = new ArrayDeque<>();
    private Duration latency = Duration.ZERO;
    private @Nullable String session;
    private @Nullable Instant connectedSince;
    private @Nullable Instant heardAt;
    private long heardNanos;
    private int opened;

    ConnectionQuality(SteadyClock clock, LongSupplier nanoTime, Duration lostAfter) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lostAfter = lostAfter;
    }

    synchronized void opened(@Nullable String name) {
        session = name;
        connectedSince = clock.instant();
        opened++;
        latency = Duration.ZERO;
        heard();
    }

    synchronized void closed() {
        underWay.keySet().forEach(sentAt -> keep(sentAt, null));
        underWay.clear();
        connectedSince = null;
        session = null;
    }

    /** Something came, whatever it is. */
    synchronized void heard() {
        heardAt = clock.instant();
        heardNanos = nanoTime.getAsLong();
    }

    /** The next ping to send. */
    synchronized Ping ping() {
        Ping ping = new Ping(clock.instant());
        underWay.put(ping.sentAt(), nanoTime.getAsLong());
        return ping;
    }

    /** How long a ping took; empty if it was not waited for any more. */
    synchronized Optional<Duration> answered(Pong pong) {
        Long sent = underWay.remove(pong.sentAt());
        if (sent == null) {
            return Optional.empty();
        }
        latency = since(sent);
        clock.hear(pong.sentAt(), pong.receivedAt(), latency);
        keep(pong.sentAt(), latency);
        return Optional.of(latency);
    }

    /** Gives up the pings that have waited too long. */
    synchronized void expire() {
        underWay.entrySet()
                .removeIf(
                        ping -> {
                            boolean lost = since(ping.getValue()).compareTo(lostAfter) > 0;
                            if (lost) {
                                keep(ping.getKey(), null);
                            }
                            return lost;
                        });
    }

    /**
     * How long the oldest ping has been without an answer, where that is longer than the last
     * answer took.
     */
    synchronized Optional<Duration> overdue() {
        return underWay.values().stream()
                .findFirst()
                .map(this::since)
                .filter(waited -> waited.compareTo(latency) > 0);
    }

    /** How long nothing at all has come. */
    synchronized Duration silence() {
        return since(heardNanos);
    }

    synchronized QualityReport report() {
        forget();
        List<Duration> latencies = new ArrayList<>();
        pings.stream()
                .map(QualityReport.Ping::latency)
                .filter(Objects::nonNull)
                .sorted()
                .forEach(latencies::add);
        return new QualityReport(
                List.copyOf(pings),
                percentile(latencies, 50),
                percentile(latencies, 95),
                heardAt,
                connectedSince,
                Math.max(0, opened - 1),
                session);
    }

    private void keep(Instant sentAt, @Nullable Duration took) {
        pings.addLast(new QualityReport.Ping(sentAt, took));
        forget();
    }

    private void forget() {
        Instant oldest = clock.instant().minus(QualityReport.REACH);
        while (!pings.isEmpty() && pings.getFirst().sentAt().isBefore(oldest)) {
            pings.removeFirst();
        }
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanoTime.getAsLong() - nanos);
    }

    /** By nearest rank. */
    private static @Nullable Duration percentile(List<Duration> sorted, int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.isEmpty() ? null : sorted.get(Math.max(rank, 1) - 1);
    }
}
