package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that nodes send each other and themselves once a second through each queue they hear
 * by: of its own, a node learns whether it hears everything and how late; of the others', that they
 * are alive. No client and no service ever hears one. Thread-safe.
 */
final class Probes {

    private static final int ID_LENGTH = 12;
    private static final String GATEWAY = "/exchange/gateway/probe.";
    private static final String TOPIC = "/topic/";

    private final Nodes nodes;
    private final List<ProbedQueue> queues;
    private final Runnable missed;

    Probes(Nodes nodes, List<String> destinations, LongSupplier nanos, Runnable missed) {
        this.nodes = nodes;
        this.queues =
                destinations.stream()
                        .map(destination -> new ProbedQueue(destination, nanos))
                        .toList();
        this.missed = missed;
    }

    /** Where a node's probes go in a family of topics; no vendor's id begins so. */
    static String ofTopic(String family, Nodes nodes) {
        return TOPIC + family + ".~" + nodes.own();
    }

    /** Where a node's probes go on the exchange that only gateways use. */
    static String ofGateway(Nodes nodes) {
        return GATEWAY + nodes.own();
    }

    List<ProbedQueue> queues() {
        return queues;
    }

    /** Takes a message if it is a probe. */
    boolean take(UpstreamMessage message) {
        var destination = message.destination();
        if (!isProbe(destination)) {
            return false;
        }
        var id = destination.length() - ID_LENGTH;
        if (destination.startsWith(nodes.own(), id)) {
            heardOwn(destination, message.body());
        } else if (destination.startsWith(GATEWAY)) {
            nodes.heard(destination.substring(id));
        }
        return true;
    }

    /** Whether it is where this node's probes go. */
    boolean isOwn(String destination) {
        return destination.endsWith(nodes.own()) && isProbe(destination);
    }

    /** A first probe, which shows that publishing works at all. */
    UpstreamPublish first() {
        return new UpstreamPublish(ofGateway(nodes), "0".getBytes(US_ASCII), Map.of());
    }

    /** Sends one through each queue. */
    void send(Consumer<UpstreamPublish> publishing) {
        for (var queue : queues) {
            var body = queue.next();
            var number = queue.sent();
            var confirmation = new CompletableFuture<Void>();
            var unused = confirmation.thenRun(() -> queue.confirmed(number));
            publishing.accept(
                    new UpstreamPublish(queue.destination(), body, Map.of(), confirmation));
        }
    }

    /** The queues are new ones. */
    void renew() {
        queues.forEach(ProbedQueue::renew);
    }

    /** A queue by which nothing is heard any more; null where all is well. */
    @Nullable ProbedQueue silent() {
        return queues.stream().filter(ProbedQueue::isSilent).findFirst().orElse(null);
    }

    /** Whether the broker confirms nothing any more. */
    boolean isUnconfirmed() {
        return queues.stream().anyMatch(ProbedQueue::isUnconfirmed);
    }

    private static boolean isProbe(String destination) {
        var before = destination.length() - ID_LENGTH - 1;
        if (before < 0) {
            return false;
        }
        return switch (destination.charAt(before)) {
            case '~' -> destination.startsWith(TOPIC);
            case '.' -> destination.startsWith(GATEWAY);
            default -> false;
        };
    }

    private void heardOwn(String destination, byte[] body) {
        for (var queue : queues) {
            if (queue.destination().equals(destination) && queue.heard(body)) {
                missed.run();
            }
        }
    }
}
