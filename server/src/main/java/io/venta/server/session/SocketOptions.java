package io.venta.server.session;

import java.time.Duration;
import org.eclipse.jetty.websocket.core.Configuration;
import org.springframework.stereotype.Component;

/**
 * How each WebSocket is made: never idle too long, since {@link ClientSockets} watches it, and with
 * no time to write in, since who writes counts what waits. It holds its buffers only while it reads
 * or writes.
 */
@Component
final class SocketOptions implements Configuration.Customizer {

    /** Frames of up to a quarter of it can be gathered into one write. */
    private static final int OUTPUT_BUFFER_BYTES = 16 * 1024;

    private static final int INPUT_BUFFER_BYTES = 4 * 1024;

    @Override
    public void customize(Configuration socket) {
        socket.setIdleTimeout(Duration.ZERO);
        socket.setInputBufferSize(INPUT_BUFFER_BYTES);
        socket.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
    }
}
