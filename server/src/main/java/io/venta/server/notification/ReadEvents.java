package io.venta.server.notification;

import io.venta.server.error.JsonPayloads;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.ServiceEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells services what has been read, as it happens. Where RabbitMQ is away they are not told; what
 * is read they find in the history.
 */
@Component
class ReadEvents {

    private static final Logger log = LoggerFactory.getLogger(ReadEvents.class);
    private static final String KEY = "notification.read";

    private final ServiceEvents events;
    private final JsonPayloads payloads;
    private final ThisNode node;
    private final Clock clock;

    ReadEvents(ServiceEvents events, JsonPayloads payloads, ThisNode node, Clock clock) {
        this.events = events;
        this.payloads = payloads;
        this.node = node;
        this.clock = clock;
    }

    @EventListener
    void read(NotificationRead read) {
        var told = new Told(KEY, clock.instant(), node.name(), read.userId(), read.ids());
        var unused =
                events.publish(KEY, payloads.write(told))
                        .exceptionally(
                                failure -> {
                                    log.debug("Services do not hear what was read", failure);
                                    return null;
                                });
    }

    /** As services hear it. */
    private record Told(String event, Instant at, String node, String user, List<String> ids) {}
}
