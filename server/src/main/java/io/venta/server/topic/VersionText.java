package io.venta.server.topic;

import java.time.Instant;

/** Versions as text of one width whose alphabetic order is that of time, from 1970 to 2286. */
final class VersionText {

    /** Characters of each. */
    static final int LENGTH = 19;

    private VersionText() {}

    static String of(Instant version) {
        var seconds = Math.clamp(version.getEpochSecond(), 0, 9_999_999_999L);
        var nanos = version.getEpochSecond() < 0 ? 0 : version.getNano();
        var digits = new char[LENGTH];
        write(seconds, digits, 0, 10);
        write(nanos, digits, 10, LENGTH);
        return new String(digits);
    }

    private static void write(long number, char[] digits, int start, int end) {
        var rest = number;
        for (int i = end - 1; i >= start; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static Instant parse(String text) {
        return Instant.ofEpochSecond(
                Long.parseLong(text, 0, 10, 10), Integer.parseInt(text, 10, LENGTH, 10));
    }
}
