package io.venta.server.location;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What trails keep of a fix beside its time, in twelve bytes: latitude and longitude to 0.0000001
 * degrees, a centimetre; heading to 0.1 degrees and speed to a centimetre a second, if any.
 */
final class PackedPoint {

    static final int BYTES = 12;

    private static final double DEGREE = 1e7;
    private static final double HEADING = 10;
    private static final double SPEED = 100;
    private static final int SPEED_BITS = 17;
    private static final int NO_SPEED = (1 << SPEED_BITS) - 1;
    private static final int NO_HEADING = (1 << 12) - 1;

    private PackedPoint() {}

    static void write(LocationUpdate fix, ByteBuffer to) {
        to.putInt((int) Math.round(fix.location().lat() * DEGREE));
        to.putInt((int) Math.round(fix.location().lng() * DEGREE));
        var heading = packed(fix.heading(), HEADING, NO_HEADING);
        to.putInt(heading << SPEED_BITS | packed(fix.speed(), SPEED, NO_SPEED));
    }

    static TrailPoint read(ByteBuffer from, Instant timestamp) {
        var position = new GeoPosition(from.getInt() / DEGREE, from.getInt() / DEGREE);
        var motion = from.getInt();
        return new TrailPoint(
                position,
                unpacked(motion >>> SPEED_BITS, HEADING, NO_HEADING),
                unpacked(motion & NO_SPEED, SPEED, NO_SPEED),
                timestamp);
    }

    private static int packed(@Nullable Double value, double scale, int none) {
        return value == null ? none : (int) Math.round(value * scale);
    }

    private static @Nullable Double unpacked(int packed, double scale, int none) {
        return packed == none ? null : Double.valueOf(packed / scale);
    }
}
