package io.venta.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.TimeMeter;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.FatalErrors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompEncoder;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * A WebSocket that knows when it was last heard and closes with the contract's codes.
 *
 * <p>Pings and closes wait for nobody: Jetty sends them behind what is on its way. A socket that
 * closes hears nothing any more but its peer's answer, and {@link #cutIfUnanswered} ends one whose
 * peer owes it. Thread-safe.
 */
class ClientSocket extends WebSocketSessionDecorator {

    static final Duration ANSWER_PATIENCE = Duration.ofSeconds(5);

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final StompEncoder STOMP = new StompEncoder();

    private final Session jetty;
    private final Conduct conduct;
    private final TimeMeter time;
    private final long openedAt;
    private volatile long lastHeard;
    private volatile @Nullable Long closedAt;
    private volatile @Nullable CloseStatus end;
    private volatile long lastActed = System.nanoTime();
    private volatile boolean admitted;
    private volatile boolean letIn;
    private int bytesBeforeLetIn;
    private long frames;

    ClientSocket(WebSocketSession delegate, Conduct conduct, TimeMeter time) {
        super(delegate);
        this.jetty =
                Objects.requireNonNull(
                        ((NativeWebSocketSession) delegate).getNativeSession(Session.class));
        this.conduct = conduct;
        this.time = time;
        this.openedAt = time.currentTimeNanos();
        this.lastHeard = openedAt;
    }

    /** How its client behaves. */
    Conduct conduct() {
        return conduct;
    }

    /** Where its client is, as limits tell addresses apart. */
    String address() {
        return ClientAddress.in(getAttributes());
    }

    /** Says that there is room for it. */
    void admit() {
        admitted = true;
    }

    boolean isAdmitted() {
        return admitted;
    }

    /** Says that CONNECT let it in. */
    void letIn() {
        letIn = true;
    }

    boolean isLetIn() {
        return letIn;
    }

    /** How long it has been open. */
    Duration age() {
        return since(openedAt);
    }

    /** The way out, past everything that might wait. */
    ClientWriter writer() {
        return JettyClientWriter.of(jetty);
    }

    /** Sends what Spring has to say, an ERROR; waits for nobody. */
    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        if (message instanceof TextMessage text) {
            writer().write(TextFrames.of(text.asBytes()), _ -> {});
        } else {
            super.sendMessage(message);
        }
    }

    /** Its client does something. */
    void acts() {
        lastActed = System.nanoTime();
    }

    /** For how long its client has done nothing. */
    Duration inactivity() {
        return Duration.ofNanos(System.nanoTime() - lastActed);
    }

    void heard() {
        lastHeard = time.currentTimeNanos();
    }

    Duration silence() {
        return since(lastHeard);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(time.currentTimeNanos() - nanos);
    }

    /** Counts what came before it was let in; on the thread that reads. */
    int hears(int bytes) {
        bytesBeforeLetIn += bytes;
        return bytesBeforeLetIn;
    }

    /** Counts a frame; on the thread that reads. */
    void hearsFrame() {
        frames++;
    }

    long frames() {
        return frames;
    }

    void ping() {
        jetty.sendPing(NOTHING, Callback.NOOP);
    }

    /** Whether it has been closed from here. */
    boolean isClosing() {
        return closedAt != null;
    }

    void close(ErrorCode code) {
        end(new CloseStatus(code.closeCode(), code.name()));
    }

    /** Closes it, after an ERROR frame that says why. */
    void fail(ErrorCode code, String reason) {
        var error = ErrorReply.of(code, reason);
        if (!isClosing()) {
            var frame = FatalErrors.frame(getId(), getAttributes(), error);
            jetty.sendText(new String(STOMP.encode(frame), UTF_8), Callback.NOOP);
        }
        close(code);
    }

    /** How it was closed from here; null where it was not. */
    @Nullable CloseStatus end() {
        return end;
    }

    @Override
    public void close() {
        close(CloseStatus.NORMAL);
    }

    @Override
    public void close(CloseStatus status) {
        end(ownCode(status));
    }

    private void end(CloseStatus status) {
        synchronized (this) {
            if (closedAt != null) {
                return;
            }
            closedAt = time.currentTimeNanos();
            end = status;
            SocketEnd.leaveIn(getAttributes(), status);
        }
        jetty.close(status.getCode(), status.getReason(), Callback.NOOP);
    }

    /** Cuts the connection without a word if the peer was told to close and does not. */
    void cutIfUnanswered() {
        var told = closedAt;
        if (told != null && since(told).compareTo(ANSWER_PATIENCE) >= 0) {
            jetty.disconnect();
        }
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
