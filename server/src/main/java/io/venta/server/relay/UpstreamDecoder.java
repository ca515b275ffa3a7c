package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.CorruptedFrameException;
import java.net.URLDecoder;
import java.util.Arrays;

/**
 * Finds the frames in what RabbitMQ's STOMP listener sends, wherever the network cut it. Stateful,
 * for one connection and one thread.
 *
 * <p>Headers are not taken apart: only those that a frame cannot be understood without are looked
 * at. The first {@code destination} counts, since the broker's own headers come before the
 * publisher's; of {@code content-length} the last, since RabbitMQ writes its own after them. A
 * message with too large a header block or body is skipped and the sink told; where one frame ends
 * and the next begins is lost only if the sender counts wrong.
 */
final class UpstreamDecoder {

    /** No AMQP frame, and so no header block of a publisher's, comes near it. */
    private static final int MAX_READABLE_HEAD = 512 * 1024;

    private static final int MAX_HEAD = 64 * 1024;
    private static final int MAX_BODY = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int NONE = -1;
    private static final String DESTINATION = "destination:";
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String RECEIPT_ID = "receipt-id:";

    private final Sink sink;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    /** So many bytes, from {@link #start}, before it is worth looking again. */
    private int wanted = 1;

    private long toSkip;

    // Where the values are in the frame at hand.
    private int destination;
    private int destinationEnd;
    private int length;
    private int lengthEnd;
    private int receipt;
    private int receiptEnd;

    UpstreamDecoder(Sink sink) {
        this.sink = sink;
    }

    /**
     * Takes what came and hands on each frame that is complete.
     *
     * @throws CorruptedFrameException if there is no telling where the next frame begins
     */
    void decode(ByteBuf in) {
        while (in.isReadable()) {
            makeRoom();
            var length = Math.min(in.readableBytes(), buffer.length - end);
            in.readBytes(buffer, end, length);
            end += length;
            decodeBuffered();
        }
    }

    private void makeRoom() {
        if (start == end) {
            start = 0;
            end = 0;
            if (buffer.length > BUFFER) {
                buffer = new byte[BUFFER];
            }
        } else if (end == buffer.length) {
            var size = start > buffer.length / 2 ? buffer.length : 2 * buffer.length;
            var room = size == buffer.length ? buffer : new byte[size];
            System.arraycopy(buffer, start, room, 0, end - start);
            buffer = room;
            end -= start;
            start = 0;
        }
    }

    private void decodeBuffered() {
        while (skip() && end - start >= wanted) {
            wanted = 1;
            if (!decodeOne()) {
                return;
            }
        }
    }

    /** Leaves out what is left of a body that was too large, and heart-beats between frames. */
    private boolean skip() {
        var skipped = (int) Math.min(toSkip, end - start);
        start += skipped;
        toSkip -= skipped;
        if (toSkip > 0) {
            return false;
        }
        while (start < end && (buffer[start] == '\n' || buffer[start] == '\r')) {
            start++;
        }
        return start < end;
    }

    /** Takes one frame, if it is there as a whole or can be skipped. */
    private boolean decodeOne() {
        destination = NONE;
        receipt = NONE;
        length = NONE;
        var head = indexOf('\n', start) + 1;
        var line = head;
        while (line > 0) {
            var next = indexOf('\n', line) + 1;
            if (next == 0) {
                break;
            }
            var lineEnd = next - 1;
            if (lineEnd > line && buffer[lineEnd - 1] == '\r') {
                lineEnd--;
            }
            if (lineEnd == line) {
                return decodeBody(head, line, next);
            }
            note(line, lineEnd);
            line = next;
        }
        if (end - start > MAX_READABLE_HEAD) {
            throw new CorruptedFrameException("a header block without an end");
        }
        return false;
    }

    private void note(int from, int to) {
        switch (buffer[from]) {
            case 'd' -> {
                if (destination == NONE && is(from, to, DESTINATION)) {
                    destination = from + DESTINATION.length();
                    destinationEnd = to;
                }
            }
            case 'c' -> {
                if (is(from, to, CONTENT_LENGTH)) {
                    length = from + CONTENT_LENGTH.length();
                    lengthEnd = to;
                }
            }
            case 'r' -> {
                if (receipt == NONE && is(from, to, RECEIPT_ID)) {
                    receipt = from + RECEIPT_ID.length();
                    receiptEnd = to;
                }
            }
            default -> {}
        }
    }

    private boolean decodeBody(int head, int headEnd, int body) {
        var size = length == NONE ? NONE : number(length, lengthEnd);
        if (size > MAX_BODY) {
            toSkip = body - start + size + 1L;
            sink.skipped();
            return true;
        }
        var bodyEnd = size == NONE ? indexOf('\0', body) : body + size;
        if (bodyEnd < 0 || bodyEnd >= end) {
            if (size == NONE && end - body > MAX_BODY) {
                throw new CorruptedFrameException("a body without an end");
            }
            wanted = size == NONE ? end - start + 1 : bodyEnd - start + 1;
            return false;
        }
        if (buffer[bodyEnd] != 0) {
            throw new CorruptedFrameException("a frame that does not end where it says");
        }
        var frame = start;
        start = bodyEnd + 1;
        if (headEnd - head > MAX_HEAD) {
            sink.skipped();
        } else {
            handOn(frame, head, headEnd, body, bodyEnd);
        }
        return true;
    }

    private void handOn(int frame, int head, int headEnd, int body, int bodyEnd) {
        if (is(frame, head, "MESSAGE")) {
            var name = destination == NONE ? "" : destination(destination, destinationEnd);
            sink.message(
                    new UpstreamMessage(name, block(head, headEnd), body(body, bodyEnd), null));
        } else if (receipt != NONE && is(frame, head, "RECEIPT")) {
            sink.receipt(number(receipt, receiptEnd));
        } else {
            var command = new String(buffer, frame, head - frame, UTF_8).strip();
            sink.other(command, block(head, headEnd), body(body, bodyEnd));
        }
    }

    private HeaderBlock block(int from, int to) {
        return new HeaderBlock(Arrays.copyOfRange(buffer, from, to));
    }

    private byte[] body(int from, int to) {
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** Escaped for STOMP and %-encoded for RabbitMQ; left as it is where it is neither. */
    private String destination(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < 0 || buffer[i] == '%' || buffer[i] == '\\') {
                return decoded(HeaderBlock.unescape(new String(buffer, from, to - from, UTF_8)));
            }
        }
        return new String(buffer, from, to - from, ISO_8859_1);
    }

    private static String decoded(String destination) {
        try {
            return URLDecoder.decode(destination.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return destination;
        }
    }

    private boolean is(int from, int to, String expected) {
        if (to - from < expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (buffer[from + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            var digit = buffer[i] - '0';
            number = 10 * number + digit;
            if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
                throw new CorruptedFrameException("a number that is none");
            }
        }
        return (int) number;
    }

    private int indexOf(char wantedByte, int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == wantedByte) {
                return i;
            }
        }
        return NONE;
    }

    /** Takes the frames; must not throw. */
    interface Sink {

        void message(UpstreamMessage message);

        void receipt(int id);

        /** CONNECTED, ERROR, or what has no place here. */
        void other(String command, HeaderBlock headers, byte[] body);

        /** A message was too large to be taken. */
        void skipped();
    }
}
