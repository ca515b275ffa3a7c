package io.venta.replay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in STOMP connection to the server. One thread sends; what comes is told on the
 * client's threads, one after the other.
 */
final class StompLink implements WebSocket.Listener {

    /** The close code of a connection that broke. */
    static final int BROKEN = 1006;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Events events;
    private final CompletableFuture<StompText> connected = new CompletableFuture<>();
    private final StringBuilder pending = new StringBuilder();
    private @Nullable StompText farewell;

    private StompLink(Events events) {
        this.events = events;
    }

    /**
     * Connects and signs in.
     *
     * @return by which frames are sent
     * @throws ReplayFailedException if the server is out of reach or refuses
     */
    static WebSocket open(HttpClient http, URI url, String token, Events events) {
        var link = new StompLink(events);
        try {
            var socket =
                    http.newWebSocketBuilder()
                            .connectTimeout(PATIENCE)
                            .subprotocols("v12.stomp")
                            .buildAsync(url, link)
                            .join();
            var headers =
                    Map.of(
                            "accept-version",
                            "1.2",
                            "host",
                            url.getHost(),
                            "heart-beat",
                            "0,0",
                            "Authorization",
                            "Bearer " + token);
            send(socket, new StompText("CONNECT", headers, ""));
            link.connected.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            return socket;
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ReplayFailedException refused) {
                throw refused;
            }
            throw new ServerUnreachableException(url, cause);
        }
    }

    /**
     * Sends a frame and waits until it has left.
     *
     * @throws CompletionException if the connection is no more
     */
    static void send(WebSocket socket, StompText frame) {
        socket.sendText(frame.encode(), true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        pending.append(text);
        for (int end = pending.indexOf("\0"); end >= 0; end = pending.indexOf("\0")) {
            take(StompText.decode(pending.substring(0, end).stripLeading()));
            pending.delete(0, end + 1);
        }
        socket.request(1);
        return null;
    }

    private void take(StompText frame) {
        switch (frame.command()) {
            case "CONNECTED" -> connected.complete(frame);
            case "ERROR" -> farewell = frame;
            default -> events.received(frame);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end(BROKEN, String.valueOf(error.getMessage()));
    }

    private void end(int code, String reason) {
        var message =
                farewell == null ? reason : farewell.headers().getOrDefault("message", reason);
        var said = "The server ended the connection: %s (%d)".formatted(message, code);
        if (!connected.completeExceptionally(new ReplayFailedException(said))) {
            events.ended(code, said);
        }
    }

    /** Hears what comes. */
    interface Events {

        /** A RECEIPT or a MESSAGE. */
        void received(StompText frame);

        /** The connection is over. */
        void ended(int code, String said);
    }
}
