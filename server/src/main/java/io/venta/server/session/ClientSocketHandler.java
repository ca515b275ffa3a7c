package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.FailureLog;
import io.venta.server.error.FatalErrors;
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
 * socket with {@link ErrorCode#CONNECTION_ERROR}. Until CONNECT has let it in a socket may say
 * {@link #BYTES_BEFORE_CONNECTED} in all, however it cuts them up.
 */
class ClientSocketHandler extends WebSocketHandlerDecorator {

    static final int BYTES_BEFORE_CONNECTED = 8 * 1024;

    /**
     * A message that is too large by less is left to the STOMP decoder, which closes in good order;
     * at one that is larger Jetty hangs up with 1009.
     */
    private static final int GRACE_BYTES = 16 * 1024;

    private static final FailureLog log =
            new FailureLog(LoggerFactory.getLogger(ClientSocketHandler.class));

    private final ClientSockets sockets;
    private final int maxMessageBytes;

    ClientSocketHandler(WebSocketHandler delegate, ClientSockets sockets, int maxMessageBytes) {
        super(delegate);
        this.sockets = sockets;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        limitMessages(session, BYTES_BEFORE_CONNECTED);
        var socket = sockets.opened(session);
        if (socket.isAdmitted()) {
            super.afterConnectionEstablished(socket);
        }
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        var socket = sockets.find(session.getId());
        if (socket == null || socket.isClosing()) {
            return;
        }
        socket.heard();
        if (socket.isLetIn()) {
            read(socket, message);
        } else if (socket.hears(message.getPayloadLength()) > BYTES_BEFORE_CONNECTED) {
            socket.fail(ErrorCode.MESSAGE_TOO_LARGE, "That is too much before CONNECTED");
        } else {
            read(socket, message);
            if (socket.isLetIn()) {
                limitMessages(session, maxMessageBytes);
            }
        }
    }

    private void read(ClientSocket socket, WebSocketMessage<?> message) {
        var frames = socket.frames();
        try {
            FatalErrors.whileReading(
                    socket.getAttributes(), () -> super.handleMessage(socket, message));
        } catch (Exception e) {
            log.warn("Failed to handle a message of " + socket.getId(), e);
            socket.close(ErrorCode.CONNECTION_ERROR);
        }
        if (socket.frames() == frames) {
            socket.conduct().heardNothing(message.getPayloadLength());
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
            throws Exception {
        var socket = sockets.closed(session.getId(), status);
        try {
            if (socket == null) {
                super.afterConnectionClosed(session, status);
            } else if (socket.isAdmitted()) {
                super.afterConnectionClosed(socket, status);
            }
        } finally {
            sockets.told();
        }
    }

    private static void limitMessages(WebSocketSession session, int bytes) {
        session.setTextMessageSizeLimit(bytes + GRACE_BYTES);
        session.setBinaryMessageSizeLimit(bytes + GRACE_BYTES);
    }
}
