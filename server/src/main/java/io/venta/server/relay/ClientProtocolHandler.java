package io.venta.server.relay;

import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.messaging.StompSubProtocolHandler;
import org.springframework.web.socket.messaging.SubProtocolHandler;
import org.springframework.web.socket.messaging.SubProtocolWebSocketHandler;

/**
 * Spring's handler of STOMP over WebSocket, without the queue and locks that it puts around each
 * session: the relay's {@link Outbox} is in their place; and with a decoder that does not let
 * itself be kept busy.
 */
final class ClientProtocolHandler extends SubProtocolWebSocketHandler {

    private final int maxMessageBytes;

    ClientProtocolHandler(
            MessageChannel inbound, SubscribableChannel outbound, int maxMessageBytes) {
        super(inbound, outbound);
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void addProtocolHandler(SubProtocolHandler handler) {
        if (handler instanceof StompSubProtocolHandler stomp) {
            stomp.setDecoder(new ClientFrameDecoder(maxMessageBytes));
        }
        super.addProtocolHandler(handler);
    }

    @Override
    protected WebSocketSession decorateSession(WebSocketSession session) {
        return session;
    }
}
