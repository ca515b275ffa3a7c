package io.venta.server.relay;

import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;

/**
 * Spring's handler of STOMP over WebSocket, without the queue and locks that it puts around each
 * session: the relay's {@link Outbox} is in their place.
 */
final class ClientProtocolHandler extends SubProtocolWebSocketHandler {

    ClientProtocolHandler(MessageChannel inbound, SubscribableChannel outbound) {
        super(inbound, outbound);
    }

    @Override
    protected WebSocketSession decorateSession(WebSocketSession session) {
        return session;
    }
}
