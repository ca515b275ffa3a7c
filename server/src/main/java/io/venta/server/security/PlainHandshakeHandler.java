package io.venta.server.security;

import java.util.List;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Agrees to no WebSocket extension: compression would cost some 300 KB a connection, for messages
 * of a hundred bytes.
 */
final class PlainHandshakeHandler extends DefaultHandshakeHandler {

    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request,
            List<WebSocketExtension> requested,
            List<WebSocketExtension> supported) {
        return List.of();
    }
}
