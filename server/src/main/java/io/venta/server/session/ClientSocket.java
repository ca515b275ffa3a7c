package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/** A WebSocket that knows when it was last heard and closes with the contract's codes. */
class ClientSocket extends WebSocketSessionDecorator {

    private static final Logger log = LoggerFactory.getLogger(ClientSocket.class);

    private final Clock clock;
    private volatile Instant lastHeard;

    ClientSocket(WebSocketSession delegate, Clock clock) {
        super(delegate);
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    void heard() {
        lastHeard = clock.instant();
    }

    Duration silence() {
        return Duration.between(lastHeard, clock.instant());
    }

    void ping() {
        try {
            getDelegate().sendMessage(new PingMessage());
        } catch (IOException | IllegalStateException e) {
            log.debug("Failed to ping {}", getId(), e);
        }
    }

    void close(ErrorCode code) {
        closeWith(new CloseStatus(code.closeCode(), code.name()));
    }

    void closeNormally() {
        closeWith(CloseStatus.NORMAL);
    }

    private void closeWith(CloseStatus status) {
        try {
            super.close(status);
        } catch (IOException e) {
            log.debug("Failed to close {}", getId(), e);
        }
    }

    @Override
    public void close(CloseStatus status) throws IOException {
        super.close(ownCode(status));
    }

    private CloseStatus ownCode(CloseStatus status) {
        var code = FatalErrors.closeCode(getAttributes());
        if (code == null) {
            code =
                    switch (status.getCode()) {
                        case 1001 -> ErrorCode.SERVER_SHUTTING_DOWN;
                        case 1002 -> ErrorCode.PROTOCOL_ERROR;
                        case 1011 -> ErrorCode.CONNECTION_ERROR;
                        case 4500 -> ErrorCode.SLOW_CONSUMER;
                        default -> null;
                    };
        }
        return code == null ? status : new CloseStatus(code.closeCode(), code.name());
    }
}
