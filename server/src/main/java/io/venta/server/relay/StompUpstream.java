package io.venta.server.relay;

import io.venta.server.topic.TopicPolicy;
import io.venta.server.topic.UpstreamListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RabbitMQ by two STOMP connections, one that hears and one that publishes, whatever the number of
 * clients. Each is made again by itself; while one is away, upstream is.
 *
 * <p>Loss is never silent. A number a second goes through each queue: where one is missing, or came
 * late enough for the queue to have run over, the observer hears {@code missed}; after each
 * reconnect it hears {@code connected}, which says as much, and {@code missed} three seconds later:
 * what others heard while this node was away may be stored only then. A queue whose probes stay
 * away for ten seconds though the broker has them takes its connection with it; a broker that
 * confirms none takes both.
 *
 * <p>The receiver is called on the event loop of the hearing connection, the observer on a thread
 * of this class's own, in the order of events; confirmations complete on the event loop of the
 * publishing connection, or where they fail.
 */
final class StompUpstream implements Upstream, Upstream.Receiver {

    private static final Logger log = LoggerFactory.getLogger(StompUpstream.class);

    /** By then another node, back sooner, has stored what it heard before this one was. */
    private static final Duration OTHERS_KEEP = Duration.ofSeconds(3);

    private final Nodes nodes;
    private final Probes probes;
    private final UpstreamCounts counts = new UpstreamCounts();
    private final UpstreamLine<HearingConnection> hearing;
    private final UpstreamPublisher publisher;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("upstream").factory());
    private volatile Receiver receiver = _ -> {};
    private volatile @Nullable Observer observer;

    /** On the clock's thread alone. */
    private boolean isConnected;

    StompUpstream(
            UpstreamSettings settings,
            List<TopicPolicy> policies,
            List<UpstreamListener> listeners,
            Nodes nodes) {
        this.nodes = nodes;
        var subscriptions = subscriptions(policies, listeners, nodes);
        var probed =
                subscriptions.stream()
                        .map(UpstreamSubscription::probe)
                        .filter(Objects::nonNull)
                        .toList();
        this.probes = new Probes(nodes, probed, System::nanoTime, this::missed);
        this.publisher =
                new UpstreamPublisher(
                        settings,
                        policies,
                        clock,
                        probes,
                        counts,
                        this::isHearing,
                        () -> post(this::ready),
                        () -> post(this::lost));
        this.hearing =
                new UpstreamLine<>(
                        "hearing",
                        settings,
                        clock,
                        owner ->
                                new HearingConnection(
                                        settings,
                                        owner,
                                        subscriptions,
                                        this,
                                        publisher::isConnected,
                                        counts),
                        _ -> post(this::ready),
                        () -> post(this::lost));
    }

    /** Few, and fixed: each is a queue at the broker. */
    private static List<UpstreamSubscription> subscriptions(
            List<TopicPolicy> policies, List<UpstreamListener> listeners, Nodes nodes) {
        var subscriptions = new ArrayList<UpstreamSubscription>();
        for (var policy : policies) {
            var probe = Probes.ofTopic(policy.family(), nodes);
            subscriptions.add(UpstreamSubscription.own(policy.destination("*"), probe));
        }
        subscriptions.add(UpstreamSubscription.own("/exchange/gateway/#", Probes.ofGateway(nodes)));
        for (var listener : listeners) {
            subscriptions.add(UpstreamSubscription.shared(listener.queue()));
        }
        return subscriptions;
    }

    @Override
    public void start(Receiver receiver, Observer observer) {
        this.receiver = receiver;
        this.observer = observer;
        hearing.start();
        publisher.line().start();
        var unused = clock.scheduleWithFixedDelay(this::probe, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
        publisher.line().stop();
        hearing.stop();
    }

    @Override
    public boolean isAvailable() {
        return isHearing() && publisher.isConnected();
    }

    @Override
    public CompletableFuture<Void> publish(
            String destination, byte[] body, Map<String, String> headers) {
        return publisher.publish(destination, body, headers);
    }

    @Override
    public void heard(UpstreamMessage message) {
        if (!probes.take(message)) {
            receiver.heard(message);
        }
    }

    @Override
    public void endOfBatch() {
        receiver.endOfBatch();
    }

    UpstreamCounts counts() {
        return counts;
    }

    ReportBacklog backlog() {
        return publisher.backlog();
    }

    List<ProbedQueue> queues() {
        return probes.queues();
    }

    List<UpstreamLine<?>> lines() {
        return List.of(hearing, publisher.line());
    }

    private boolean isHearing() {
        return hearing.connection() != null;
    }

    private void ready() {
        if (!isConnected && isAvailable()) {
            isConnected = true;
            probes.renew();
            publisher.pump();
            notify(Observer::connected);
            var unused =
                    clock.schedule(
                            () -> notify(Observer::missed),
                            OTHERS_KEEP.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void lost() {
        if (isConnected) {
            isConnected = false;
            nodes.alone();
            notify(Observer::lost);
        }
    }

    private void missed() {
        counts.hole();
        post(() -> notify(Observer::missed));
    }

    private void probe() {
        try {
            nodes.forgetSilent();
            if (!isConnected) {
                return;
            }
            var silent = probes.silent();
            if (silent != null) {
                hearing.makeAgain("nothing comes by " + silent.destination());
            } else if (probes.isUnconfirmed()) {
                publisher.line().makeAgain("confirms nothing");
                // The same network, most likely, and what comes by it is then not heard either.
                hearing.makeAgain("publishing is not confirmed");
            } else {
                publisher.probe();
            }
        } catch (RuntimeException e) {
            log.warn("Failed to probe", e);
        }
    }

    private void post(Runnable task) {
        try {
            clock.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("Nobody is told: the node stops", e);
        }
    }

    private void notify(Consumer<Observer> change) {
        var listening = observer;
        if (listening != null) {
            change.accept(listening);
        }
    }
}
