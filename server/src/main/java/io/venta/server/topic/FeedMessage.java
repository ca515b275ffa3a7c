package io.venta.server.topic;

/** Something for a user, as the feed of {@link UserFeed} has it. Immutable by agreement. */
public final class FeedMessage {

    /** Of what is said now and not kept. */
    public static final long NO_POSITION = 0;

    private final long position;
    private final String type;
    private final byte[] body;

    /**
     * A message.
     *
     * @param position its place in the feed; {@link #NO_POSITION} for what is not kept there
     * @param type what the body is, for the header {@code type}
     * @param body JSON, which nobody writes to any more
     */
    public FeedMessage(long position, String type, byte[] body) {
        this.position = position;
        this.type = type;
        this.body = body;
    }

    /** Its place in the feed. */
    public long position() {
        return position;
    }

    /** What the body is. */
    public String type() {
        return type;
    }

    /** The JSON itself, not a copy. */
    public byte[] body() {
        return body;
    }
}
