package io.venta.server.notification;

import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.notification.Priority;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.UpstreamListener;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/**
 * Hands notifications that services publish to all devices of their recipient, on every node; one
 * of the nodes takes each from their common queue. Who is not connected misses it: nothing is
 * stored yet.
 */
@Component
class NotificationDispatcher implements UpstreamListener {

    private static final String KEY_PREFIX = "user.";
    private static final int MAX_ID = 255;
    private static final int MAX_BYTES = 16_384;

    private final JsonPayloads payloads;
    private final SimpMessageSendingOperations messaging;
    private final Clock clock;

    NotificationDispatcher(
            JsonPayloads payloads, @Lazy SimpMessageSendingOperations messaging, Clock clock) {
        this.payloads = payloads;
        this.messaging = messaging;
        this.clock = clock;
    }

    @Override
    public String exchange() {
        return "notifications";
    }

    @Override
    public String queue() {
        return "gateway.notifications";
    }

    @Override
    public void heard(String routingKey, Map<String, String> headers, byte[] body) {
        var id = headers.get("amqp-message-id");
        if (id == null || id.isBlank() || id.length() > MAX_ID) {
            throw invalid("A notification needs a message-id of at most 255 characters");
        }
        if (body.length > MAX_BYTES) {
            throw invalid("A notification has at most 16 KiB");
        }
        var sent = payloads.read(body, NotificationRequest.class);
        var notification =
                new Notification(
                        id,
                        sent.type(),
                        sent.title(),
                        sent.message(),
                        sent.priority() == null ? Priority.NORMAL : sent.priority(),
                        sent.actionUrl(),
                        sent.data(),
                        clock.instant(),
                        null);
        messaging.convertAndSendToUser(
                routingKey.substring(KEY_PREFIX.length()),
                "/queue/notifications",
                notification,
                Map.of(MessageType.HEADER, MessageType.NOTIFICATION.wireName()));
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
