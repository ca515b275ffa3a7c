package io.venta.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A STOMP client over WebSocket that does exactly what it is told, wrong things too, and keeps all
 * that it hears.
 *
 * <p>Sends no heart-beats and offers none unless CONNECT's headers say so; pings are answered by
 * the JDK. One thread sends; hearing is safe from any.
 */
public final class StompTestClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RecordingListener listener = new RecordingListener();
    private final WebSocket socket;

    private StompTestClient(HttpClient http, URI url, Map<String, String> handshakeHeaders) {
        var builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        handshakeHeaders.forEach(builder::header);
        this.socket =
                builder.subprotocols("v12.stomp", "v11.stomp").buildAsync(url, listener).join();
    }

    /** Opens the WebSocket and sends nothing yet. */
    public static StompTestClient open(URI url) {
        return open(url, Map.of());
    }

    /** Opens the WebSocket with these headers in its handshake, Cookie or Origin for example. */
    public static StompTestClient open(URI url, Map<String, String> handshakeHeaders) {
        return open(HTTP, url, handshakeHeaders);
    }

    /** Opens the WebSocket by way of a client that knows whom to trust. */
    public static StompTestClient open(
            HttpClient http, URI url, Map<String, String> handshakeHeaders) {
        return new StompTestClient(http, url, handshakeHeaders);
    }

    /** Opens the WebSocket, sends CONNECT with these headers and waits for CONNECTED. */
    public static StompTestClient connect(URI url, Map<String, String> headers) {
        var client = open(url);
        client.connect(headers);
        client.awaitFrame(frame -> frame.command().equals("CONNECTED"), PATIENCE);
        return client;
    }

    /** Opens the WebSocket, signs in with a token and waits for CONNECTED. */
    public static StompTestClient connect(URI url, String token) {
        return connect(url, Map.of("Authorization", "Bearer " + token));
    }

    /** Sends CONNECT with {@code accept-version}, {@code host} and these headers. */
    public void connect(Map<String, String> headers) {
        var all = new LinkedHashMap<>(Map.of("accept-version", "1.2", "host", "localhost"));
        all.putAll(headers);
        send(new StompFrame("CONNECT", all, ""));
    }

    /** Sends SUBSCRIBE with a receipt and waits for that; the id is the destination. */
    public void subscribe(String destination) {
        subscribe(destination, Map.of());
    }

    /** Sends SUBSCRIBE with a receipt and these headers, and waits for the receipt. */
    public void subscribe(String destination, Map<String, String> more) {
        var headers = new LinkedHashMap<>(Map.of("id", destination, "destination", destination));
        headers.putAll(more);
        sendAwaitingReceipt("SUBSCRIBE", headers, "");
    }

    /** Sends SEND with JSON. */
    public void send(String destination, String json) {
        var headers = Map.of("destination", destination, "content-type", "application/json");
        send(new StompFrame("SEND", headers, json));
    }

    /** Sends SEND with JSON and a receipt, and waits for the receipt. */
    public void sendAwaitingReceipt(String destination, String json) {
        var headers = Map.of("destination", destination, "content-type", "application/json");
        sendAwaitingReceipt("SEND", headers, json);
    }

    private void sendAwaitingReceipt(String command, Map<String, String> headers, String body) {
        var receipt = UUID.randomUUID().toString();
        var all = new LinkedHashMap<>(headers);
        all.put("receipt", receipt);
        send(new StompFrame(command, all, body));
        awaitFrame(frame -> frame.is("RECEIPT", "receipt-id", receipt), PATIENCE);
    }

    /** Sends a frame with nothing added. */
    public void send(StompFrame frame) {
        raw(frame.encode());
    }

    /** Sends a text message of the WebSocket, as it is. */
    public void raw(CharSequence text) {
        socket.sendText(text, true).join();
    }

    /** Sends a binary message of the WebSocket, as it is. */
    public void raw(ByteBuffer bytes) {
        socket.sendBinary(bytes, true).join();
    }

    /** All frames heard so far, in order. */
    public List<StompFrame> frames() {
        return listener.frames();
    }

    /** The MESSAGE frames of one subscription heard so far. */
    public List<StompFrame> messages(String subscription) {
        return frames().stream()
                .filter(frame -> frame.is("MESSAGE", "subscription", subscription))
                .toList();
    }

    /**
     * The first frame that fits, whether it came already or comes in time.
     *
     * @throws AssertionError if none does; the message tells what came instead
     */
    public StompFrame awaitFrame(Predicate<StompFrame> wanted, Duration patience) {
        return listener.await(wanted, patience);
    }

    /** The code that the WebSocket was closed with; null while it is open. */
    public @Nullable Integer closeCode() {
        return listener.closeCode();
    }

    /** Waits until the server closes, and answers the code. */
    public int awaitClose(Duration patience) {
        return listener.awaitClose(patience);
    }

    /** Asks for no more messages while {@code paused}: a client that does not read. */
    public void pauseReading(boolean paused) {
        listener.pause(paused);
    }

    /** Cuts the connection without a word. */
    public void abort() {
        socket.abort();
    }

    /** Closes the WebSocket in good order. */
    @Override
    public void close() {
        if (closeCode() == null && !socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(2, TimeUnit.SECONDS)
                    .exceptionally(alreadyGone -> socket)
                    .join();
        }
        socket.abort();
    }
}
