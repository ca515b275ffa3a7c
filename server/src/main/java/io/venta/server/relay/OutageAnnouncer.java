package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.server.error.SessionReplies;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells every session that has subscribed to errors when the broker goes, and when it is back: once
 * each; and who subscribes meanwhile, at once. Who has not subscribed does not hear it and stays
 * connected.
 */
final class OutageAnnouncer {

    private static final ErrorReply DEGRADED =
            ErrorReply.of(
                    ErrorCode.SERVICE_DEGRADED,
                    "Live updates are interrupted; what is shown may be out of date");

    private final ClientSessions sessions;
    private final SessionReplies replies;
    private final AtomicBoolean degraded = new AtomicBoolean();

    OutageAnnouncer(ClientSessions sessions, SessionReplies replies) {
        this.sessions = sessions;
        this.replies = replies;
    }

    void lost() {
        if (degraded.compareAndSet(false, true)) {
            toAll(MessageType.SERVICE_DEGRADED, DEGRADED);
        }
    }

    void restored() {
        if (degraded.compareAndSet(true, false)) {
            toAll(MessageType.SERVICE_RESTORED, Map.of());
        }
    }

    /** Tells a session that has subscribed to errors just now, if the broker is gone. */
    void subscribed(String sessionId) {
        if (degraded.get()) {
            replies.send(sessionId, Destinations.ERRORS, MessageType.SERVICE_DEGRADED, DEGRADED);
        }
    }

    private void toAll(MessageType type, Object payload) {
        for (var session : sessions.all()) {
            replies.send(session.id(), Destinations.ERRORS, type, payload);
        }
    }
}
