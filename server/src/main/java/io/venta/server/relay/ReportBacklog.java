package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports that wait for the broker to be back: of each destination the newest, so that an outage of
 * any length takes bounded memory and its end brings nobody anything stale. Thread-safe.
 *
 * <p>Who reported something older waits for the confirmation of the newest, for ten seconds at most
 * as nobody asks for longer. Beyond the bound those that waited longest without a newer one give
 * way, and their senders hear that they did.
 */
final class ReportBacklog {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Map<String, TopicPolicy> policies;
    private final int capacity;
    private final LongSupplier nanos;
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>();
    private final AtomicLong dropped = new AtomicLong();

    ReportBacklog(List<TopicPolicy> policies, int capacity, LongSupplier nanos) {
        this.policies =
                policies.stream()
                        .collect(Collectors.toMap(TopicPolicy::family, Function.identity()));
        this.capacity = capacity;
        this.nanos = nanos;
    }

    /**
     * Keeps a report unless a newer one is kept.
     *
     * @return done when the one that is kept is confirmed
     * @throws RejectedMessageException if it is not what its family carries
     */
    CompletableFuture<Void> keep(UpstreamPublish report) {
        var value = value(report);
        Kept before;
        Kept now;
        Kept oldest = null;
        synchronized (this) {
            before = kept.remove(report.destination());
            now =
                    before == null
                            ? new Kept(report, value, time())
                            : before.and(report, value, time());
            kept.put(report.destination(), now);
            if (kept.size() > capacity) {
                oldest = kept.pollFirstEntry().getValue();
            }
        }
        if (before != null && before.since != now.since) {
            giveUp(before, "The broker is away for too long");
        }
        if (oldest != null) {
            dropped.incrementAndGet();
            giveUp(oldest, "Too many reports wait for the broker");
        }
        return now.report.confirmation();
    }

    /** Keeps one that was on its way when the connection was lost; it ends like the one kept. */
    void putBack(UpstreamPublish report) {
        try {
            var confirmation = keep(report);
            if (confirmation != report.confirmation()) {
                var unused =
                        confirmation.whenComplete(
                                (_, failure) -> end(report.confirmation(), failure));
            }
        } catch (RejectedMessageException e) {
            report.confirmation().completeExceptionally(e);
        }
    }

    /** Takes out the one that has waited longest; null where none waits. */
    synchronized @Nullable UpstreamPublish poll() {
        var first = kept.pollFirstEntry();
        return first == null ? null : first.getValue().report;
    }

    synchronized boolean isEmpty() {
        return kept.isEmpty();
    }

    synchronized int size() {
        return kept.size();
    }

    /** How many had to give way to others. */
    long dropped() {
        return dropped.get();
    }

    private RetainedValue value(UpstreamPublish report) {
        var topic = Objects.requireNonNull(Address.topic(report.destination()));
        var policy = Objects.requireNonNull(policies.get(topic.family()));
        return policy.check(topic.key(), report.body());
    }

    private static void end(CompletableFuture<Void> confirmation, @Nullable Throwable failure) {
        if (failure == null) {
            confirmation.complete(null);
        } else {
            confirmation.completeExceptionally(failure);
        }
    }

    private static void giveUp(Kept given, String reason) {
        given.report
                .confirmation()
                .completeExceptionally(
                        new RejectedMessageException(ErrorCode.SERVICE_DEGRADED, reason));
    }

    private long time() {
        return nanos.getAsLong();
    }

    /**
     * A report that waits.
     *
     * @param since when the first of those that wait for its confirmation began to
     */
    private record Kept(UpstreamPublish report, RetainedValue value, long since) {

        /** The newer of two, with the confirmation for which both wait. */
        Kept and(UpstreamPublish other, RetainedValue otherValue, long now) {
            var isNewer = otherValue.isNewerThan(value);
            var newest = isNewer ? other : report;
            var isTooLong = now - since > PATIENCE;
            var confirmation = isTooLong ? other.confirmation() : report.confirmation();
            return new Kept(
                    new UpstreamPublish(
                            newest.destination(), newest.body(), newest.headers(), confirmation),
                    isNewer ? otherValue : value,
                    isTooLong ? now : since);
        }
    }
}
