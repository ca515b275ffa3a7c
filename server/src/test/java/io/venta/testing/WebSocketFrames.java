package io.venta.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's WebSocket messages from the bytes of its socket, compressed ones too. One thread
 * at a time; any may ask for figures.
 */
final class WebSocketFrames {

    static final int FINAL = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int COMPRESSED = 0x40;
    private static final int TWO_BYTES = 126;
    private static final byte[] END_OF_BLOCK = {0, 0, (byte) 0xff, (byte) 0xff};

    private final Sink sink;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];
    private int opcode;
    private boolean isCompressed;
    private final LongAdder compressedBytes = new LongAdder();
    private @Nullable Inflater inflater;

    WebSocketFrames(Sink sink) {
        this.sink = sink;
    }

    /** Takes what came next from the socket. */
    void read(ByteBuffer in) {
        var bytes = ByteBuffer.allocate(pending.length + in.remaining()).put(pending).put(in);
        bytes.flip();
        var isWhole = true;
        while (isWhole) {
            isWhole = readFrame(bytes);
        }
        pending = new byte[bytes.remaining()];
        bytes.get(pending);
    }

    /** How many bytes of payload came compressed. */
    long compressedBytes() {
        return compressedBytes.sum();
    }

    /** Reads a frame, if all of it is there. */
    private boolean readFrame(ByteBuffer in) {
        if (in.remaining() < 2 || in.remaining() < headerLength(in)) {
            return false;
        }
        var length = payloadLength(in);
        if (in.remaining() < headerLength(in) + length) {
            return false;
        }
        var first = in.get(in.position());
        in.position(in.position() + headerLength(in));
        var payload = new byte[length];
        in.get(payload);
        take(first, payload);
        return true;
    }

    private static int headerLength(ByteBuffer in) {
        return switch (in.get(in.position() + 1)) {
            case TWO_BYTES -> 4;
            case TWO_BYTES + 1 -> 10;
            default -> 2;
        };
    }

    private static int payloadLength(ByteBuffer in) {
        var length = in.get(in.position() + 1);
        return switch (length) {
            case TWO_BYTES -> Short.toUnsignedInt(in.getShort(in.position() + 2));
            case TWO_BYTES + 1 -> Math.toIntExact(in.getLong(in.position() + 2));
            default -> length;
        };
    }

    private void take(byte first, byte[] payload) {
        var kind = first & 0x0f;
        if (kind >= CLOSE) {
            sink.message(kind, payload);
            return;
        }
        if (kind != CONTINUATION) {
            opcode = kind;
            isCompressed = (first & COMPRESSED) != 0;
        }
        message.writeBytes(payload);
        if ((first & FINAL) != 0) {
            var whole = message.toByteArray();
            message.reset();
            sink.message(opcode, isCompressed ? inflate(whole) : whole);
        }
    }

    /** What was said before helps to read what is said now: there is one for all messages. */
    private byte[] inflate(byte[] compressed) {
        compressedBytes.add(compressed.length);
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        var text = new ByteArrayOutputStream();
        inflate(inflater, compressed, text);
        inflate(inflater, END_OF_BLOCK, text);
        return text.toByteArray();
    }

    private static void inflate(Inflater inflater, byte[] compressed, ByteArrayOutputStream out) {
        var some = new byte[8192];
        inflater.setInput(compressed);
        try {
            int length;
            while ((length = inflater.inflate(some)) > 0) {
                out.write(some, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("Not deflated: " + out, e);
        }
    }

    /** Is told of whole messages. */
    interface Sink {

        void message(int opcode, byte[] payload);
    }
}
