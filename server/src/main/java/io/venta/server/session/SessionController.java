package io.venta.server.session;

import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.SessionReplies;
import java.time.Clock;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;

/** What a client asks about its own session. */
@Controller
class SessionController {

    private final JsonPayloads payloads;
    private final SessionReplies replies;
    private final Clock clock;

    SessionController(JsonPayloads payloads, SessionReplies replies, Clock clock) {
        this.payloads = payloads;
        this.replies = replies;
        this.clock = clock;
    }

    @MessageMapping("/session.ping")
    void ping(byte[] body, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String sessionId) {
        var receivedAt = clock.instant();
        var ping = payloads.read(body, Ping.class);
        var pong = new Pong(ping.sentAt(), receivedAt);
        replies.send(sessionId, Destinations.REPLIES, MessageType.PONG, pong);
    }
}
