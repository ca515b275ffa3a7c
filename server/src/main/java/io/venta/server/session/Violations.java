package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.RefusalListener;
import org.springframework.stereotype.Component;

/** Tells each client's {@link Conduct} what the client was refused. */
@Component
final class Violations implements RefusalListener {

    private final ClientSockets sockets;

    Violations(ClientSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void refused(String sessionId, ErrorCode code) {
        var socket = sockets.find(sessionId);
        if (socket != null) {
            socket.conduct().refused(code);
        }
    }
}
