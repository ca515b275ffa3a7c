package io.venta.server.topic;

import java.time.Instant;
import java.util.Locale;

/** Versions as text of one width whose alphabetic order is that of time, from 1970 to 2286. */
final class VersionText {

    /** Characters of each. */
    static final int LENGTH = 19;

    private VersionText() {}

    static String of(Instant version) {
        var seconds = Math.clamp(version.getEpochSecond(), 0, 9_999_999_999L);
        var nanos = version.getEpochSecond() < 0 ? 0 : version.getNano();
        return String.format(Locale.ROOT, "%010d%09d", seconds, nanos);
    }

    static Instant parse(String text) {
        return Instant.ofEpochSecond(
                Long.parseLong(text, 0, 10, 10), Integer.parseInt(text, 10, LENGTH, 10));
    }
}
