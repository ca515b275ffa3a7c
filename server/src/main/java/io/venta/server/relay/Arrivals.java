package io.venta.server.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.Destinations;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.NodeListener;
import io.venta.server.topic.UpstreamListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is heard from upstream, whoever published it, to where it belongs.
 *
 * <p>What cannot be used is counted, dead-lettered and reaches nobody.
 */
final class Arrivals implements Upstream.Receiver {

    /** Where a node tells all nodes that a vendor is gone. */
    static final String REMOVED = "/exchange/gateway/removed.";

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private final Topics topics;
    private final Feeds feeds;
    private final LastKnownWriter lastKnown;
    private final UpstreamListeners listeners;
    private final Map<String, NodeListener> nodeListeners;
    private final DeadLetters deadLetters;
    private final Lanes lanes;
    private final MeterRegistry meters;
    private final Counter accepted;
    private final Counter duplicate;
    private final Clock clock;

    Arrivals(
            Topics topics,
            Feeds feeds,
            LastKnownWriter lastKnown,
            List<UpstreamListener> listeners,
            List<NodeListener> nodeListeners,
            DeadLetters deadLetters,
            Lanes lanes,
            MeterRegistry meters,
            Clock clock) {
        this.topics = topics;
        this.feeds = feeds;
        this.lastKnown = lastKnown;
        this.listeners = new UpstreamListeners(listeners, deadLetters, this::count);
        this.nodeListeners =
                nodeListeners.stream()
                        .collect(Collectors.toMap(NodeListener::destination, Function.identity()));
        this.deadLetters = deadLetters;
        this.lanes = lanes;
        this.meters = meters;
        this.accepted = counter("accepted");
        this.duplicate = counter("duplicate");
        this.clock = clock;
    }

    @Override
    public void heard(UpstreamMessage message) {
        var destination = message.destination();
        var body = message.body();
        try {
            if (destination.startsWith(Destinations.TOPIC + '/')) {
                toTopic(destination, body);
            } else if (destination.startsWith(REMOVED)) {
                removed(destination.substring(REMOVED.length()), body);
            } else if (destination.startsWith(Address.USERS)) {
                feeds.heard(message);
            } else if (destination.startsWith(NodeListener.PREFIX)) {
                fromNode(destination, body);
            } else {
                listeners.heard(message);
            }
        } catch (RejectedMessageException e) {
            count("invalid");
            var unused = deadLetters.add(destination, body, e.reason());
        } catch (RuntimeException e) {
            count("failed");
            log.warn("Failed to take a message to {}", destination, e);
        }
    }

    /** All that was read is queued by now: what is for one session leaves together. */
    @Override
    public void endOfBatch() {
        lanes.flush();
    }

    private void toTopic(String destination, byte[] body) {
        var name = Address.topic(destination);
        if (name == null) {
            count("invalid");
            return;
        }
        var policy = topics.policy(name.family());
        var value = policy.check(name.key(), body);
        if (topics.accept(policy, value)) {
            accepted.increment();
            if (lastKnown.keep(policy.family(), value)) {
                policy.kept(value);
            }
        } else {
            duplicate.increment();
        }
    }

    private void removed(String name, byte[] body) {
        var topic = Address.topic(Destinations.TOPIC + '/' + name);
        if (topic != null) {
            var policy = topics.policy(topic.family());
            var upTo = topics.remove(policy, topic.key(), clock.instant(), body);
            lastKnown.remove(topic.family(), topic.key(), upTo);
            policy.removed(topic.key(), upTo);
        }
    }

    /** One that nobody here knows is for nodes of another version. */
    private void fromNode(String destination, byte[] body) {
        var listener = nodeListeners.get(destination);
        if (listener != null) {
            listener.heard(body);
        }
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("venta.relay.heard", "outcome", outcome);
    }
}
