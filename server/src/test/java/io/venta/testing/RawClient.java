package io.venta.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;

/**
 * A client that has only a socket: it reads what and when it is told to, answers no ping, and says
 * no good-bye. What the system holds back for it is kept small.
 */
public final class RawClient implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 * 1024;
    private static final int PING = 0x89;

    private final RawSocket socket;

    private RawClient(RawSocket socket) {
        this.socket = socket;
    }

    /** Connects and signs in. */
    public static RawClient connect(URI url, String token) {
        return new RawClient(RawSocket.dial(url, RECEIVE_BUFFER).upgrade(url).connect(token));
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

    /** Sends a ping of the WebSocket. */
    public void ping() {
        if (!socket.frame(PING, new byte[0])) {
            throw new UncheckedIOException(new SocketException("The server hung up"));
        }
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
            var in = socket.socket().getInputStream();
            var available = Math.min(max, in.available());
            return in.readNBytes(available).length == available;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the server has given it up: what is left to read ends. */
    public boolean isClosedByServer() {
        try {
            socket.socket().setSoTimeout(20);
            socket.socket().getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void sendText(String text) {
        if (!socket.text(text)) {
            throw new UncheckedIOException(new SocketException("The server hung up"));
        }
    }
}
