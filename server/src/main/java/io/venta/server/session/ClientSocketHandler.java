package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/**
 * Keeps {@link ClientSockets} told of what opens, speaks and closes.
 *
 * <p>What comes from a socket that was closed from here is dropped unread. A failure closes the
 * socket with {@link ErrorCode#CONNECTION_ERROR}.
 */
class ClientSocketHandler extends WebSocketHandlerDecorator {

    /**
     * A message that is too large by less is left to the STOMP decoder, which closes in good order;
     * at one that is larger Jetty hangs up with 1009.
     */
    private static final int GRACE_BYTES = 16 * 1024;

    private static final Logger log = LoggerFactory.getLogger(ClientSocketHandler.class);

    private final ClientSockets sockets;
    private final int maxMessageBytes;

    ClientSocketHandler(WebSocketHandler delegate, ClientSockets sockets, int maxMessageBytes) {
        super(delegate);
        this.sockets = sockets;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        session.setTextMessageSizeLimit(maxMessageBytes + GRACE_BYTES);
        session.setBinaryMessageSizeLimit(maxMessageBytes + GRACE_BYTES);
        super.afterConnectionEstablished(sockets.opened(session));
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        var socket = sockets.find(session.getId());
        if (socket == null || socket.isClosing()) {
            return;
        }
        socket.heard();
        try {
            FatalErrors.whileReading(
                    socket.getAttributes(), () -> super.handleMessage(socket, message));
        } catch (Exception e) {
            log.warn("Failed to handle a message of {}", session.getId(), e);
            socket.close(ErrorCode.CONNECTION_ERROR);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
            throws Exception {
        var socket = sockets.closed(session.getId());
        try {
            super.afterConnectionClosed(socket == null ? session : socket, status);
        } finally {
            sockets.told();
        }
    }
}
