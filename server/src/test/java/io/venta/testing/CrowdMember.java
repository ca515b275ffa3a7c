package io.venta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.testing.Crowd.Habit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client of a {@link Crowd}, on the crowd's thread; its state may be asked for on any. */
public final class CrowdMember {

    private static final int LITTLE = 4 * 1024;
    private static final int DRIP = 1024;
    private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate";

    private final int number;
    private final URI url;
    private final String token;
    private final Wishes wishes;
    private final Crowd.Ear ear;
    private final WebSocketFrames frames = new WebSocketFrames(this::message);
    private final StringBuilder answer = new StringBuilder();
    private @Nullable SocketChannel channel;
    private volatile State state = State.OUTSIDE;

    CrowdMember(int number, URI url, String token, Wishes wishes, Crowd.Ear ear) {
        this.number = number;
        this.url = url;
        this.token = token;
        this.wishes = wishes;
        this.ear = ear;
    }

    /** Its number in the crowd, from 0. */
    public int number() {
        return number;
    }

    /** Whether it has subscribed and is connected. */
    public boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether its connection has ended, as far as it knows. */
    public boolean isGone() {
        return state == State.GONE;
    }

    /** How many bytes of what it heard came compressed. */
    public long compressedBytes() {
        return frames.compressedBytes();
    }

    boolean isComing() {
        return state == State.GREETING || state == State.JOINING;
    }

    void come(Selector selector) {
        state = State.GREETING;
        try {
            var opened = SocketChannel.open();
            channel = opened;
            if (wishes.habit() != Habit.READS) {
                opened.setOption(StandardSocketOptions.SO_RCVBUF, LITTLE);
            }
            opened.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            var offer = wishes.compresses() ? new String[] {DEFLATE} : new String[0];
            var handshake = RawFrames.handshake(url, offer);
            write(ByteBuffer.wrap(handshake.getBytes(UTF_8)));
        } catch (IOException e) {
            leave();
        }
    }

    void serve(SelectionKey key, ByteBuffer buffer) {
        if (state == State.LIVE && wishes.habit() != Habit.READS) {
            key.interestOps(0);
            return;
        }
        var in = read(buffer, buffer.capacity());
        if (state == State.GREETING && in.hasRemaining()) {
            readAnswer(in);
        }
        frames.read(in);
    }

    void everySecond(ByteBuffer buffer) {
        if (state != State.LIVE) {
            return;
        }
        switch (wishes.habit()) {
            case BEATS -> write(WebSocketFrames.TEXT, new byte[] {'\n'});
            case DRIPS -> read(buffer, DRIP);
            case READS, STOPS -> {}
        }
    }

    void leave() {
        state = State.GONE;
        var open = channel;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("A socket does not close", e);
        }
    }

    private ByteBuffer read(ByteBuffer buffer, int most) {
        var open = channel;
        buffer.clear().limit(most);
        try {
            if (open == null || open.read(buffer) < 0) {
                leave();
            }
        } catch (IOException e) {
            leave();
        }
        return buffer.flip();
    }

    private void write(int opcode, byte[] payload) {
        write(ByteBuffer.wrap(RawFrames.encode(WebSocketFrames.FINAL | opcode, payload)));
    }

    private void write(ByteBuffer bytes) {
        var open = channel;
        try {
            if (open == null || open.write(bytes) < 0 || bytes.hasRemaining()) {
                leave();
            }
        } catch (IOException e) {
            leave();
        }
    }

    /** Takes the answer to the handshake, and leaves what follows it. */
    private void readAnswer(ByteBuffer in) {
        while (in.hasRemaining() && state == State.GREETING) {
            answer.append((char) in.get());
            if (answer.toString().endsWith("\r\n\r\n")) {
                state = State.JOINING;
                send(
                        "CONNECT",
                        Map.of("accept-version", "1.2", "Authorization", "Bearer " + token));
            }
        }
    }

    private void send(String command, Map<String, String> headers) {
        var frame = new StompFrame(command, headers, "").encode().getBytes(UTF_8);
        write(WebSocketFrames.TEXT, frame);
    }

    private void message(int opcode, byte[] payload) {
        switch (opcode) {
            case WebSocketFrames.PING -> write(WebSocketFrames.PONG, payload);
            case WebSocketFrames.CLOSE -> leave();
            default -> stomp(payload);
        }
    }

    private void stomp(byte[] frame) {
        if (state == State.JOINING) {
            var decoded = StompFrame.decode(new String(frame, UTF_8));
            switch (decoded.command()) {
                case "CONNECTED" -> wishes.destinations().forEach(this::subscribe);
                case "RECEIPT" -> joined(decoded);
                default -> {}
            }
        }
        ear.heard(number, frame);
    }

    private void subscribe(String destination) {
        var headers = new LinkedHashMap<>(Map.of("id", destination, "destination", destination));
        headers.put("receipt", destination);
        send("SUBSCRIBE", headers);
    }

    private void joined(StompFrame receipt) {
        if (wishes.destinations().getLast().equals(receipt.header("receipt-id"))) {
            state = State.LIVE;
        }
    }

    record Wishes(Habit habit, List<String> destinations, boolean compresses) {}

    private enum State {
        OUTSIDE,
        GREETING,
        JOINING,
        LIVE,
        GONE
    }
}
