package io.venta.server.session;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** Keeps {@link ClientSockets} told of what opens, speaks and closes. */
class ClientSocketHandler extends WebSocketHandlerDecorator {

    private final ClientSockets sockets;
    private final int maxMessageBytes;

    ClientSocketHandler(WebSocketHandler delegate, ClientSockets sockets, int maxMessageBytes) {
        super(delegate);
        this.sockets = sockets;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        session.setTextMessageSizeLimit(maxMessageBytes);
        session.setBinaryMessageSizeLimit(maxMessageBytes);
        super.afterConnectionEstablished(sockets.opened(session));
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message)
            throws Exception {
        var socket = sockets.of(session);
        socket.heard();
        super.handleMessage(socket, message);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
            throws Exception {
        var socket = sockets.of(session);
        sockets.closed(session);
        super.afterConnectionClosed(socket, status);
    }
}
