package io.venta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;

/**
 * A client that has only a socket: it reads what and when it is told to, answers no ping, and says
 * no good-bye. What the system holds back for it is kept small.
 */
public final class RawClient implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 * 1024;
    private static final int SHORT = 125;

    private final Socket socket = new Socket();

    private RawClient(URI url, String token) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        var handshake =
                """
                GET /ws HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: v12.stomp\r
                \r
                """
                        .formatted(url.getAuthority());
        socket.getOutputStream().write(handshake.getBytes(UTF_8));
        readUntil("\r\n\r\n");
        send(
                new StompFrame(
                        "CONNECT",
                        Map.of("accept-version", "1.2", "Authorization", "Bearer " + token),
                        ""));
        readUntil("\0");
    }

    /** Connects and signs in. */
    public static RawClient connect(URI url, String token) {
        try {
            return new RawClient(url, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Subscribes without waiting for anything. */
    public RawClient subscribe(String destination) {
        send(new StompFrame("SUBSCRIBE", Map.of("id", "a", "destination", destination), ""));
        return this;
    }

    /** Sends a STOMP heart-beat. */
    public void beat() {
        sendText("\n");
    }

    /** Sends a frame. */
    public void send(StompFrame frame) {
        sendText(frame.encode());
    }

    /**
     * Reads some bytes, if there are any now.
     *
     * @return whether the server is still there
     */
    public boolean read(int max) {
        try {
            var available = Math.min(max, socket.getInputStream().available());
            return socket.getInputStream().readNBytes(available).length == available;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the server has given it up: what is left to read ends. */
    public boolean isClosedByServer() {
        try {
            socket.setSoTimeout(20);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendText(String text) {
        var payload = text.getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (payload.length <= SHORT) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        // A mask of zeros leaves the payload as it is.
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        try {
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readUntil(String end) throws IOException {
        var in = socket.getInputStream();
        var read = new ByteArrayOutputStream();
        while (!read.toString(UTF_8).endsWith(end)) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("The server hung up after: " + read.toString(UTF_8));
            }
            read.write(next);
        }
    }
}
