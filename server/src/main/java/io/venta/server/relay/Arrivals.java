package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.UpstreamListener;
import java.util.List;
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

    /** Where all nodes hear what is for a user's devices, wherever they are connected. */
    static final String TO_USER = "/exchange/gateway/user.";

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final String GATEWAY = "/exchange/gateway/";

    private final Topics topics;
    private final LastKnownWriter lastKnown;
    private final UpstreamListeners listeners;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    Arrivals(
            Topics topics,
            LastKnownWriter lastKnown,
            List<UpstreamListener> listeners,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.topics = topics;
        this.lastKnown = lastKnown;
        this.listeners = new UpstreamListeners(listeners, deadLetters, this::count);
        this.deadLetters = deadLetters;
        this.meters = meters;
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
            } else if (destination.startsWith(TO_USER)) {
                toUser(message);
            } else if (!destination.startsWith(GATEWAY)) {
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

    private void toTopic(String destination, byte[] body) {
        var name = Address.topic(destination);
        if (name == null) {
            count("invalid");
            return;
        }
        var policy = topics.policy(name.family());
        var value = policy.check(name.key(), body);
        if (topics.accept(policy, value)) {
            count("accepted");
            lastKnown.keep(policy.family(), value);
        } else {
            count("duplicate");
        }
    }

    private void removed(String name, byte[] body) {
        var topic = Address.topic(Destinations.TOPIC + '/' + name);
        if (topic != null) {
            topics.remove(topics.policy(topic.family()), topic.key(), body);
            lastKnown.remove(topic.family(), topic.key());
        }
    }

    private void toUser(UpstreamMessage message) {
        var user = message.destination().substring(TO_USER.length());
        var type = String.valueOf(message.header(MessageType.HEADER));
        topics.send(
                Destinations.USER + '/' + user + Address.queueOf(Destinations.NOTIFICATIONS),
                new Delivery(Destinations.NOTIFICATIONS, type, message.body(), false));
    }

    private void count(String outcome) {
        meters.counter("venta.relay.heard", "outcome", outcome).increment();
    }
}
