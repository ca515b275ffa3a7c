package io.venta.server.notification;

import io.venta.server.error.RejectedMessageException;
import io.venta.server.notification.Recipients.Everyone;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessagingException;
import org.springframework.stereotype.Component;

/**
 * Keeps what is sent by way of this node, and tells the devices. Where RabbitMQ is away they hear
 * of it later: from who looks for what was not delivered, or when the node hears RabbitMQ again.
 */
@Component
class Outbound {

    private static final Logger log = LoggerFactory.getLogger(Outbound.class);

    private final Notifications notifications;
    private final Announcer announcer;

    Outbound(Notifications notifications, Announcer announcer) {
        this.notifications = notifications;
        this.announcer = announcer;
    }

    /** Blocks until it is kept, and throws what the store throws. */
    void send(Sending sending) {
        var copies = notifications.keep(List.of(sending));
        try {
            if (sending.recipients() instanceof Everyone) {
                announcer.announceBroadcasts();
            }
            var unused =
                    announcer
                            .announce(copies)
                            .exceptionally(
                                    failure -> {
                                        log.debug("Devices hear of it later", failure);
                                        return null;
                                    });
        } catch (MessagingException | RejectedMessageException e) {
            log.debug("Devices hear of it later", e);
        }
    }
}
