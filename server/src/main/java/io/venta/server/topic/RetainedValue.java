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
    private final byte[] body;

    /** A value that was published for a key. */
    public RetainedValue(String key, Instant version, byte[] body) {
        this.key = key;
        this.version = version;
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
