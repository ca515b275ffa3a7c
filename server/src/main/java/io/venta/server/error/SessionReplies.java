package io.venta.server.error;

import io.venta.model.Destinations;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import java.util.List;
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
    private final RefusalFigures figures;
    private final List<RefusalListener> listeners;

    SessionReplies(
            @Lazy SimpMessageSendingOperations messaging,
            RefusalFigures figures,
            List<RefusalListener> listeners) {
        this.messaging = messaging;
        this.figures = figures;
        this.listeners = listeners;
    }

    /** Refuses something; the session ends where it has not subscribed to errors. */
    public void refuse(String sessionId, ErrorReply refusal) {
        figures.refused(refusal.code(), sessionId);
        send(sessionId, Destinations.ERRORS, MessageType.ERROR, refusal);
        listeners.forEach(listener -> listener.refused(sessionId, refusal.code()));
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
