package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.TopicPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessageDeliveryException;

/**
 * The publishing side of upstream: a connection where there is one, and the reports that wait where
 * there is none or the broker takes them more slowly than they come.
 *
 * <p>While reports wait, newer ones wait behind them, or take their place: nothing newer of a
 * destination overtakes what was kept of it. They wait too while this node does not hear: the
 * broker confirms what reaches nobody, and who would have it retained? Other messages go straight
 * on or are refused. Thread-safe.
 */
final class UpstreamPublisher {

    /** A broker that takes nothing more must not fill this node's memory. */
    private static final int MAX_UNCONFIRMED = 50_000;

    private static final int MAX_KEPT = 100_000;

    /** Of what was kept, so much is on its way at a time. */
    private static final int PUMPED = 2_000;

    private final UpstreamRules rules;
    private final ReportBacklog backlog;
    private final UpstreamLine<PublishingConnection> line;
    private final Probes probes;
    private final BooleanSupplier isHeard;
    private final Runnable ready;
    private final Runnable lost;
    private volatile @Nullable PublishingConnection connection;

    /** Whether reports go straight to the connection; not while older ones wait. */
    private volatile boolean isDirect;

    UpstreamPublisher(
            UpstreamSettings settings,
            List<TopicPolicy> policies,
            ScheduledExecutorService clock,
            Probes probes,
            UpstreamCounts counts,
            BooleanSupplier isHeard,
            Runnable ready,
            Runnable lost) {
        this.probes = probes;
        this.isHeard = isHeard;
        this.ready = ready;
        this.lost = lost;
        this.rules =
                new UpstreamRules(
                        policies.stream().map(TopicPolicy::family).collect(Collectors.toSet()));
        this.backlog = new ReportBacklog(policies, MAX_KEPT, System::nanoTime);
        this.line =
                new UpstreamLine<>(
                        "publishing",
                        settings,
                        clock,
                        owner ->
                                new PublishingConnection(
                                        settings,
                                        owner,
                                        probes.first(),
                                        this::giveBack,
                                        this::pumpUnlessDirect,
                                        counts),
                        this::connected,
                        this::disconnected);
    }

    UpstreamLine<PublishingConnection> line() {
        return line;
    }

    ReportBacklog backlog() {
        return backlog;
    }

    boolean isConnected() {
        return connection != null;
    }

    /** As {@link Upstream#publish}. */
    CompletableFuture<Void> publish(String destination, byte[] body, Map<String, String> headers) {
        rules.check(destination, body, headers);
        var publish = new UpstreamPublish(destination, body, headers);
        var established = connection;
        var isReport = rules.isReport(destination);
        var hasRoom = established != null && established.waiting() < MAX_UNCONFIRMED;
        var isDue = !isReport || (isDirect && isHeard.getAsBoolean());
        if (established != null && hasRoom && isDue) {
            established.publish(publish);
            return publish.confirmation();
        }
        if (isReport) {
            return keep(publish);
        }
        throw new RejectedMessageException(
                ErrorCode.SERVICE_DEGRADED,
                established == null
                        ? "The broker is out of reach, try again"
                        : "The broker is too slow, try again");
    }

    /** Sends a probe through each queue, if there is a way. */
    void probe() {
        var established = connection;
        if (established != null) {
            probes.send(established::publish);
        }
    }

    private CompletableFuture<Void> keep(UpstreamPublish report) {
        var confirmation = backlog.keep(report);
        if (isDirect) {
            pump();
        }
        return confirmation;
    }

    private void giveBack(UpstreamPublish publish) {
        if (rules.isReport(publish.destination()) && !probes.isOwn(publish.destination())) {
            backlog.putBack(publish);
            pump();
        } else {
            publish.confirmation()
                    .completeExceptionally(new MessageDeliveryException("The broker was lost"));
        }
    }

    private void connected(PublishingConnection established) {
        isDirect = false;
        connection = established;
        pump();
        ready.run();
    }

    private void disconnected() {
        connection = null;
        lost.run();
    }

    private void pumpUnlessDirect() {
        if (!isDirect) {
            pump();
        }
    }

    /** Publishes what was kept, where it is heard; once nothing is left, reports go straight on. */
    void pump() {
        isDirect = false;
        var established = connection;
        while (!isDirect
                && established != null
                && !established.isEnded()
                && established.waiting() < PUMPED
                && isHeard.getAsBoolean()) {
            var kept = backlog.poll();
            if (kept == null) {
                isDirect = true;
                // One that was kept meanwhile would wait for the next outage.
                isDirect = backlog.isEmpty();
            } else {
                established.publish(kept);
            }
        }
    }
}
