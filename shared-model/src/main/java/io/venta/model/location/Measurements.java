package io.venta.model.location;

import org.jspecify.annotations.Nullable;

/** The ranges of what is measured along with a position, the same in reports and updates. */
final class Measurements {

    private static final double MAX_ACCURACY_METRES = 1_000_000;
    private static final double MAX_SPEED_METRES_PER_SECOND = 1_000;

    private Measurements() {}

    static void check(@Nullable Double accuracy, @Nullable Double heading, @Nullable Double speed) {
        requireWithin("accuracy", accuracy, 0, MAX_ACCURACY_METRES);
        requireWithin("heading", heading, 0, 360);
        requireWithin("speed", speed, 0, MAX_SPEED_METRES_PER_SECOND);
    }

    static void requireWithin(String name, @Nullable Double value, double min, double max) {
        if (value != null && !(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "%s must be %.0f to %.0f, was %s".formatted(name, min, max, value));
        }
    }
}
