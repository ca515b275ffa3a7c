package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a MESSAGE says, the same for all that hear it, and encoded once: only the {@code
 * subscription} header in front differs.
 *
 * <p>Thread-safe: what is encoded late may be encoded twice, with the same outcome.
 */
final class Delivery {

    private static final byte[] COMMAND = "MESSAGE\n".getBytes(UTF_8);

    private final String destination;
    private final String type;
    private final @Nullable String slot;
    private final byte[] body;
    private final boolean retained;
    private final long id;
    private final long heardAt;
    private volatile byte @Nullable [] headers;
    private @Nullable Whole last;

    private Delivery(
            String destination,
            String type,
            @Nullable String slot,
            byte[] body,
            boolean retained,
            long id,
            long heardAt) {
        this.destination = destination;
        this.type = type;
        this.slot = slot;
        this.body = body;
        this.retained = retained;
        this.id = id;
        this.heardAt = heardAt;
    }

    /** A message of which each one counts. */
    static Delivery of(String destination, String type, byte[] body, long id, long heardAt) {
        return of(destination, type, body, false, id, heardAt);
    }

    /**
     * A message of which each one counts.
     *
     * @param retained whether it was there before the subscription
     */
    static Delivery of(
            String destination, String type, byte[] body, boolean retained, long id, long heardAt) {
        return new Delivery(destination, type, null, body, retained, id, heardAt);
    }

    /**
     * A message that the next one to the same destination makes worthless.
     *
     * @param retained whether it is the value known before the subscription
     */
    static Delivery newest(
            String destination, String type, byte[] body, boolean retained, long id, long heardAt) {
        return new Delivery(destination, type, destination, body, retained, id, heardAt);
    }

    String destination() {
        return destination;
    }

    /** What a newer message takes the place of; null where each one counts. */
    @Nullable String slot() {
        return slot;
    }

    boolean retained() {
        return retained;
    }

    /** When this node heard it, in nanoseconds of {@link System#nanoTime()}. */
    long heardAt() {
        return heardAt;
    }

    /** How many bytes its frame has for a subscriber. */
    int size(byte[] subscription) {
        return COMMAND.length + subscription.length + headers().length + body.length + 1;
    }

    /** Writes its frame into an array. */
    int write(byte[] subscription, byte[] target, int position) {
        var end = append(COMMAND, target, position);
        end = append(subscription, target, end);
        end = append(headers(), target, end);
        end = append(body, target, end);
        target[end] = 0;
        return end + 1;
    }

    /**
     * Its frame, shared by subscribers that chose the same id, as all do that watch one vendor with
     * one program.
     */
    byte[] frame(byte[] subscription) {
        var known = last;
        if (known != null && Arrays.equals(known.subscription, subscription)) {
            return known.frame;
        }
        var frame = new byte[size(subscription)];
        write(subscription, frame, 0);
        last = new Whole(subscription, frame);
        return frame;
    }

    private byte[] headers() {
        var known = headers;
        if (known == null) {
            known = encodeHeaders();
            headers = known;
        }
        return known;
    }

    private byte[] encodeHeaders() {
        return ("destination:"
                        + Frames.escape(destination)
                        + "\ntype:"
                        + type
                        + "\nmessage-id:"
                        + id
                        + (retained ? "\nretained:true" : "")
                        + "\ncontent-type:application/json\ncontent-length:"
                        + body.length
                        + "\n\n")
                .getBytes(UTF_8);
    }

    private static int append(byte[] bytes, byte[] target, int position) {
        System.arraycopy(bytes, 0, target, position, bytes.length);
        return position + bytes.length;
    }

    /** The frame encoded last; final fields make it safe to hand over without a lock. */
    private static final class Whole {
        private final byte[] subscription;
        private final byte[] frame;

        Whole(byte[] subscription, byte[] frame) {
            this.subscription = subscription;
            this.frame = frame;
        }
    }
}
