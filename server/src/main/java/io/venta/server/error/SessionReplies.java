package io.venta.server.error;

import io.venta.model.Destinations;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.stereotype.Component;

/**
 * Answers that go to the one session that asked, on its {@code /user/queue/…} subscriptions.
 *
 * <p>Kept in the order of the session's messages; never crosses the broker.
 */
@Component
public class SessionReplies {

    private final SimpMessageSendingOperations messaging;

    SessionReplies(@Lazy SimpMessageSendingOperations messaging) {
        this.messaging = messaging;
    }

    /** Refuses something; the session ends where it has not subscribed to errors. */
    public void refuse(String sessionId, ErrorReply refusal) {
        send(sessionId, Destinations.ERRORS, MessageType.ERROR, refusal);
    }

    /** Sends an answer to one of the session's own queues. */
    public void send(String sessionId, String destination, MessageType type, Object payload) {
        var headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setSessionId(sessionId);
        headers.setNativeHeader(MessageType.HEADER, type.wireName());
        headers.setLeaveMutable(true);
        messaging.convertAndSend(destination, payload, headers.getMessageHeaders());
    }
}
