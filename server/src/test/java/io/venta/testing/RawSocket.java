package io.venta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket by hand: sends what it is told to, bytes and frames, right or wrong, and reads only
 * when it is asked to. Answers no ping, says no good-bye. For one thread.
 *
 * <p>Writing answers whether the server took it: one that has hung up is what many tests wait for.
 */
public final class RawSocket implements AutoCloseable {

    /** What {@link #awaitEnd} answers where the connection ended without a close. */
    public static final int NO_CODE = 1006;

    private static final int CLOSE = 0x88;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final RecordingListener heard = new RecordingListener();
    private int closeCode;

    private RawSocket(URI url, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Connects, and says nothing yet. */
    public static RawSocket dial(URI url) {
        return dial(url, 0);
    }

    static RawSocket dial(URI url, int receiveBuffer) {
        try {
            return new RawSocket(url, receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and shakes hands, with these header lines beside the usual ones. */
    public static RawSocket open(URI url, String... headers) {
        return dial(url).upgrade(url, headers);
    }

    /** Connects, shakes hands, sends CONNECT and waits for CONNECTED. */
    public static RawSocket signIn(URI url, String token) {
        return open(url).connect(token);
    }

    RawSocket upgrade(URI url, String... headers) {
        var answer = shakeHands(url, headers);
        if (!answer.contains(" 101 ")) {
            throw new IllegalStateException("The server refused: " + answer);
        }
        return this;
    }

    /** Asks for the upgrade; the status line says what came of it. */
    public String shakeHands(URI url, String... headers) {
        write(RawFrames.handshake(url, headers).getBytes(UTF_8));
        return readStatus();
    }

    /** The status line of an answer over HTTP; its header lines are read as well. */
    public String readStatus() {
        try {
            var answer = readHead();
            return answer.substring(0, answer.indexOf("\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends CONNECT and waits for CONNECTED. */
    public RawSocket connect(String token) {
        send(
                new StompFrame(
                        "CONNECT",
                        Map.of("accept-version", "1.2", "Authorization", "Bearer " + token),
                        ""));
        await(frame -> frame.command().equals("CONNECTED"));
        return this;
    }

    /** Sends bytes as they are. */
    public boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a frame of the WebSocket, masked as a client's must be. */
    public boolean frame(int firstByte, byte[] payload) {
        return write(RawFrames.encode(firstByte, payload));
    }

    /** Sends a text message. */
    public boolean text(String text) {
        return frame(RawFrames.TEXT, text.getBytes(UTF_8));
    }

    /** Sends a STOMP frame. */
    public boolean send(StompFrame frame) {
        return text(frame.encode());
    }

    /** Sends a STOMP frame with a receipt, and waits for it or for the error that has it. */
    public StompFrame ask(String command, Map<String, String> headers, String body) {
        var receipt = UUID.randomUUID().toString();
        var all = new LinkedHashMap<>(headers);
        all.put("receipt", receipt);
        send(new StompFrame(command, all, body));
        return await(
                frame ->
                        frame.is("RECEIPT", "receipt-id", receipt)
                                || frame.body().contains("\"receipt\":\"" + receipt + '"')
                                || frame.command().equals("ERROR"));
    }

    /**
     * The first frame that fits, of all that came so far and what comes in time.
     *
     * @throws AssertionError if none does
     */
    public StompFrame await(Predicate<StompFrame> wanted) {
        var found = find(wanted, PATIENCE);
        if (found == null) {
            throw new AssertionError("No such frame; came: " + frames());
        }
        return found;
    }

    /**
     * Waits for a RECEIPT, or for the end of the connection.
     *
     * @throws AssertionError if neither comes
     */
    public void awaitReceiptOrEnd(String receipt, Duration patience) {
        var found = find(frame -> frame.is("RECEIPT", "receipt-id", receipt), patience);
        if (found == null && closeCode == 0) {
            throw new AssertionError("Neither answered nor closed within " + patience);
        }
    }

    private @Nullable StompFrame find(Predicate<StompFrame> wanted, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (int next = 0; ; next++) {
            while (next == heard.size()) {
                if (System.nanoTime() > deadline || !readFrame(patience)) {
                    return null;
                }
            }
            if (wanted.test(heard.get(next))) {
                return heard.get(next);
            }
        }
    }

    /** Reads what has come, so that a server that answers much is not kept waiting. */
    public void readAvailable() {
        try {
            while (closeCode == 0 && in.available() > 0) {
                readFrame(PATIENCE);
            }
        } catch (IOException e) {
            closeCode = NO_CODE;
        }
    }

    /** All STOMP frames read so far. */
    public List<StompFrame> frames() {
        return heard.frames();
    }

    /**
     * Reads until the server has closed or hung up.
     *
     * @return the code it closed with, {@link #NO_CODE} if it said none
     * @throws AssertionError if it does not
     */
    public int awaitEnd(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (closeCode == 0) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive() || (!readFrame(left) && closeCode == 0)) {
                throw new AssertionError("Not closed within " + patience + "; came: " + frames());
            }
        }
        return closeCode;
    }

    /** Reads one frame of the WebSocket; false where none came, or none will. */
    private boolean readFrame(Duration patience) {
        if (closeCode != 0) {
            return false;
        }
        try {
            socket.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
            var first = in.readUnsignedByte();
            var marker = in.readUnsignedByte();
            var length =
                    switch (marker) {
                        case 126 -> in.readUnsignedShort();
                        case 127 -> Math.toIntExact(in.readLong());
                        default -> marker;
                    };
            take(first, in.readNBytes(length));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            closeCode = NO_CODE;
            return false;
        }
    }

    private void take(int first, byte[] payload) {
        if (first == RawFrames.TEXT) {
            heard.take(new String(payload, UTF_8));
        } else if (first == CLOSE) {
            closeCode = payload.length < 2 ? NO_CODE : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    private String readHead() throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        var head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("The server hung up after: " + head.toString(UTF_8));
            }
            head.write(next);
        }
        return head.toString(UTF_8);
    }

    /** Hangs up after a while, whatever is being written or waited for then. */
    public void hangUpAfter(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::close);
    }

    /** The socket itself, for what does not go by frames. */
    Socket socket() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
