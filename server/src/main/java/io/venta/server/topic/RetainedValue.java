package io.venta.server.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The last known value of one key of a family, as it was published, byte for byte.
 *
 * <p>Immutable by agreement: nobody writes to {@link #body()}.
 */
public final class RetainedValue {

    private final String key;
    private final Instant version;
    private final long heardAt;
    private final byte[] body;

    /** A value that was heard when it became so. */
    public RetainedValue(String key, Instant version, byte[] body) {
        this(key, version, version, body);
    }

    /**
     * A value that was published for a key.
     *
     * @param heard when a node heard it, to the millisecond; publishers' clocks have no part in it
     */
    public RetainedValue(String key, Instant version, Instant heard, byte[] body) {
        this.key = key;
        this.version = version;
        this.heardAt = heard.toEpochMilli();
        this.body = body;
    }

    /** What it is the value of: a vendor's id. */
    public String key() {
        return key;
    }

    /** When it became so; of two values the later one is right. */
    public Instant version() {
        return version;
    }

    /**
     * When a node heard it, in milliseconds since 1970: what is not heard of for long is forgotten.
     */
    public long heardAt() {
        return heardAt;
    }

    /** The published bytes, UTF-8 JSON. */
    public byte[] body() {
        return body;
    }

    /** Whether it takes the place of another value of its key. */
    public boolean isNewerThan(RetainedValue other) {
        return version.isAfter(other.version);
    }

    @Override
    public String toString() {
        return key + "@" + version + " " + new String(body, StandardCharsets.UTF_8);
    }
}
