package io.venta.desktop.connection;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.venta.model.ErrorCode;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * One WebSocket with one STOMP session on it, from the attempt to the end; never used again.
 *
 * <p>Spring calls it on the socket's threads. It tells its owner at most once that the session
 * opened, and once how it ended: an ERROR frame is remembered until the close code follows it.
 */
final class StompLink extends StompSessionHandlerAdapter {

    private static final System.Logger LOG = System.getLogger(StompLink.class.getName());

    /** Hears of a link's two moments, and of signs of life, on any thread. */
    interface Owner {

        void opened(StompLink link, StompSession session, StompHeaders connected);

        void ended(StompLink link, Ending ending);

        /** Something came, whatever it is. */
        void heard();
    }

    private final Owner owner;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable ErrorCode said;
    private volatile @Nullable String message;
    private volatile int closeCode;
    private volatile @Nullable WebSocketSession socket;

    StompLink(Owner owner) {
        this.owner = owner;
    }

    @Override
    public void afterConnected(StompSession session, StompHeaders connectedHeaders) {
        owner.opened(this, session, connectedHeaders);
    }

    /** The server's ERROR frame: what it says, then the socket closes. */
    @Override
    public void handleFrame(StompHeaders headers, @Nullable Object payload) {
        said = known(headers.getFirst("code"));
        String words = headers.getFirst("message");
        if (words == null && payload instanceof byte[] body && body.length > 0) {
            words = new String(body, StandardCharsets.UTF_8);
        }
        message = words;
        CompletableFuture.delayedExecutor(2, SECONDS).execute(this::end);
    }

    @Override
    public Type getPayloadType(StompHeaders headers) {
        return byte[].class;
    }

    @Override
    public void handleException(
            StompSession session,
            @Nullable StompCommand command,
            StompHeaders headers,
            byte[] payload,
            Throwable exception) {
        LOG.log(System.Logger.Level.WARNING, "A listener failed on a " + command, exception);
    }

    @Override
    public void handleTransportError(StompSession session, Throwable exception) {
        if (message == null) {
            message = exception.getMessage();
        }
        end();
    }

    void socketOpened(WebSocketSession opened) {
        socket = opened;
        if (ended.get()) {
            close(opened);
        }
    }

    void heard() {
        if (!ended.get()) {
            owner.heard();
        }
    }

    /** Gives it up, without another word to its owner. */
    void abandon() {
        ended.set(true);
        WebSocketSession open = socket;
        if (open != null) {
            close(open);
        }
    }

    /** Elsewhere: a peer that does not read may hold whoever writes a goodbye. */
    private static void close(WebSocketSession dead) {
        Thread.ofVirtual()
                .name("gateway-close")
                .start(
                        () -> {
                            try {
                                dead.close(CloseStatus.GOING_AWAY);
                            } catch (IOException | IllegalStateException e) {
                                LOG.log(System.Logger.Level.DEBUG, "Closed already", e);
                            }
                        });
    }

    /** The socket closed; Spring tells the session after this, and the session tells us. */
    void socketClosed(CloseStatus status) {
        closeCode = status.getCode();
        if (message == null && status.getReason() != null && !status.getReason().isBlank()) {
            message = status.getReason();
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            String words = message;
            owner.ended(
                    this, new Ending(said, closeCode, words == null ? "Connection lost" : words));
        }
    }

    private static @Nullable ErrorCode known(@Nullable String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
