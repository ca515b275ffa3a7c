package io.venta.desktop.fx;

import java.time.Duration;

/** How ages and speeds are written: one number, a thin space, its unit. */
public final class Ages {

    private static final String THIN_SPACE = "\u2009";

    private Ages() {}

    /**
     * {@code 4 s}, {@code 2 min}, {@code 3 h}, {@code 5 d}; what lies in the future is {@code 0 s}.
     */
    public static String format(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return with(seconds, "s");
        }
        if (seconds < 3_600) {
            return with(seconds / 60, "min");
        }
        return seconds < 86_400 ? with(seconds / 3_600, "h") : with(seconds / 86_400, "d");
    }

    /** A speed as people read it. */
    public static String speed(double metresPerSecond) {
        return with(Math.round(metresPerSecond * 3.6), "km/h");
    }

    /** A round-trip time. */
    public static String millis(Duration latency) {
        return with(latency.toMillis(), "ms");
    }

    private static String with(long number, String unit) {
        return number + THIN_SPACE + unit;
    }
}
