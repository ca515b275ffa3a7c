package io.venta.desktop.fx;

import static io.venta.desktop.fx.Texts.text;

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
            return with(seconds, text("unit.s"));
        }
        if (seconds < 3_600) {
            return with(seconds / 60, text("unit.min"));
        }
        return seconds < 86_400
                ? with(seconds / 3_600, text("unit.h"))
                : with(seconds / 86_400, text("unit.d"));
    }

    /** A speed as people read it. */
    public static String speed(double metresPerSecond) {
        return with(Math.round(metresPerSecond * 3.6), text("unit.kmh"));
    }

    /** A round-trip time. */
    public static String millis(Duration latency) {
        return with(latency.toMillis(), text("unit.ms"));
    }

    private static String with(long number, String unit) {
        return number + THIN_SPACE + unit;
    }
}
