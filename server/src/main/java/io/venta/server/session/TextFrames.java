package io.venta.server.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One or more WebSocket text frames behind one another, as a server sends them: unmasked, each
 * whole.
 *
 * <p>The header of the first is left to the container, which is asked to write one frame of {@link
 * #firstLength()} bytes and given all the bytes that follow with it.
 */
public final class TextFrames {

    private static final int TEXT = 0x81;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final byte[] bytes;
    private final int firstLength;
    private final int length;

    private TextFrames(byte[] bytes, int firstLength, int length) {
        this.bytes = bytes;
        this.firstLength = firstLength;
        this.length = length;
    }

    /** A single frame. */
    public static TextFrames of(byte[] payload) {
        return new TextFrames(payload, payload.length, payload.length);
    }

    /** Frames that were put together in an array, see {@link #header}. */
    public static TextFrames of(byte[] bytes, int firstLength, int length) {
        return new TextFrames(bytes, firstLength, length);
    }

    /** How long the header before a payload is. */
    public static int headerLength(int payloadLength) {
        return payloadLength < TWO_BYTES ? 2 : payloadLength <= 0xffff ? 4 : 10;
    }

    /**
     * Writes the header of a frame.
     *
     * @return the position behind it
     */
    public static int header(int payloadLength, byte[] target, int position) {
        var end = position;
        target[end++] = (byte) TEXT;
        if (payloadLength < TWO_BYTES) {
            target[end++] = (byte) payloadLength;
            return end;
        }
        var bytes = payloadLength <= 0xffff ? 2 : 8;
        target[end++] = (byte) (bytes == 2 ? TWO_BYTES : EIGHT_BYTES);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            target[end++] = (byte) ((long) payloadLength >> shift);
        }
        return end;
    }

    /** Bytes of the first frame's payload. */
    public int firstLength() {
        return firstLength;
    }

    /** The payloads, one by one. */
    public List<ByteBuffer> payloads() {
        var payloads = new ArrayList<ByteBuffer>();
        var payloadLength = firstLength;
        var position = 0;
        while (true) {
            payloads.add(ByteBuffer.wrap(bytes, position, payloadLength).slice());
            position += payloadLength;
            if (position >= length) {
                return payloads;
            }
            payloadLength = payloadLength(position);
            position += headerLength(payloadLength);
        }
    }

    /** The first frame's payload and all that follows it. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    private int payloadLength(int header) {
        var known = bytes[header + 1] & 0xff;
        if (known < TWO_BYTES) {
            return known;
        }
        var extended = ByteBuffer.wrap(bytes, header + 2, length - header - 2);
        return known == TWO_BYTES
                ? Short.toUnsignedInt(extended.getShort())
                : Math.toIntExact(extended.getLong());
    }
}
