package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as Redis holds it: its version, when it was heard, and its body, the first two of one
 * width, so that scripts can cut and compare them.
 */
final class StoredText {

    private static final int HEARD_LENGTH = 13;
    private static final long LAST_HEARD = 9_999_999_999_999L;

    private StoredText() {}

    static String of(RetainedValue value) {
        var heard = Long.toString(Math.clamp(value.heardAt(), 0, LAST_HEARD));
        return VersionText.of(value.version())
                + "0".repeat(HEARD_LENGTH - heard.length())
                + heard
                + new String(value.body(), UTF_8);
    }

    static Optional<RetainedValue> parse(String key, @Nullable String stored) {
        return Optional.ofNullable(stored).map(text -> value(key, text));
    }

    private static RetainedValue value(String key, String text) {
        var bodyAt = VersionText.LENGTH + HEARD_LENGTH;
        return new RetainedValue(
                key,
                VersionText.parse(text.substring(0, VersionText.LENGTH)),
                Instant.ofEpochMilli(Long.parseLong(text, VersionText.LENGTH, bodyAt, 10)),
                text.substring(bodyAt).getBytes(UTF_8));
    }
}
