package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.Destinations;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.UpstreamListener;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern EXCHANGE = Pattern.compile("/exchange/([^/]+)/(.+)");

    private final Topics topics;
    private final LastKnownWriter lastKnown;
    private final List<UpstreamListener> listeners;
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
        this.listeners = listeners;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    @Override
    public void heard(String destination, Map<String, String> headers, byte[] body) {
        try {
            if (destination.startsWith(Destinations.TOPIC + '/')) {
                toTopic(destination, body);
            } else if (destination.startsWith(REMOVED)) {
                removed(destination.substring(REMOVED.length()), body);
            } else {
                toListener(destination, headers, body);
            }
        } catch (RejectedMessageException e) {
            count("invalid");
            deadLetters.add(destination, body, e.reason());
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

    private void toListener(String destination, Map<String, String> headers, byte[] body) {
        var matcher = EXCHANGE.matcher(destination);
        if (matcher.matches()) {
            listeners.stream()
                    .filter(listener -> listener.exchange().equals(matcher.group(1)))
                    .forEach(listener -> listener.heard(matcher.group(2), headers, body));
        }
    }

    private void count(String outcome) {
        meters.counter("venta.relay.heard", "outcome", outcome).increment();
    }
}
