package io.venta.desktop.vendor;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor was and how it moved. What the vendor did not measure is told from the fix before.
 *
 * @param position where
 * @param speed metres a second; 0 where nobody knows
 * @param heading degrees clockwise from north; NaN where nobody knows
 * @param timestamp when
 * @param interval how long after the fix before it was taken; zero for the first
 * @param jump whether it lies further from the fix before than anything drives: more than 200 km/h
 */
public record Fix(
        GeoPosition position,
        double speed,
        double heading,
        Instant timestamp,
        Duration interval,
        boolean jump) {

    private static final double EARTH_RADIUS_METRES = 6_371_000;
    private static final double JUMP_METRES_PER_SECOND = 200 / 3.6;
    private static final double NOISE_METRES = 3;

    static Fix of(LocationUpdate update, @Nullable Fix before) {
        Measured measured =
                new Measured(
                        update.location(), update.speed(), update.heading(), update.timestamp());
        return of(measured, before);
    }

    static Fix of(TrailPoint point, @Nullable Fix before) {
        Measured measured =
                new Measured(point.location(), point.speed(), point.heading(), point.timestamp());
        return of(measured, before);
    }

    /** The same fix behind another one than it was told from; what it says of its motion stays. */
    Fix after(@Nullable Fix before) {
        boolean unmoved = interval.isZero() && speed == 0 && Double.isNaN(heading);
        Measured measured =
                new Measured(
                        position,
                        unmoved ? null : speed,
                        Double.isNaN(heading) ? null : heading,
                        timestamp);
        return of(measured, before);
    }

    private static Fix of(Measured measured, @Nullable Fix before) {
        double metres = before == null ? 0 : metres(before.position, measured.position);
        Duration interval =
                before == null
                        ? Duration.ZERO
                        : Duration.between(before.timestamp, measured.timestamp);
        double covered = interval.isPositive() ? metres / (interval.toMillis() / 1000.0) : 0;
        boolean moved = metres > NOISE_METRES;
        return new Fix(
                measured.position,
                orElse(measured.speed, moved ? covered : 0),
                orElse(measured.heading, heading(before, measured.position, moved)),
                measured.timestamp,
                interval,
                covered > JUMP_METRES_PER_SECOND);
    }

    /** What a vendor said by itself. */
    private record Measured(
            GeoPosition position,
            @Nullable Double speed,
            @Nullable Double heading,
            Instant timestamp) {}

    private static double heading(@Nullable Fix before, GeoPosition to, boolean moved) {
        if (before == null) {
            return Double.NaN;
        }
        return moved ? bearing(before.position, to) : before.heading;
    }

    private static double orElse(@Nullable Double measured, double told) {
        return measured == null ? told : measured;
    }

    /** Great-circle distance. */
    public static double metres(GeoPosition a, GeoPosition b) {
        double dLat = Math.toRadians(b.lat() - a.lat()) / 2;
        double dLng = Math.toRadians(b.lng() - a.lng()) / 2;
        double h =
                Math.sin(dLat) * Math.sin(dLat)
                        + Math.cos(Math.toRadians(a.lat()))
                                * Math.cos(Math.toRadians(b.lat()))
                                * Math.sin(dLng)
                                * Math.sin(dLng);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
    }

    private static double bearing(GeoPosition from, GeoPosition to) {
        double lat1 = Math.toRadians(from.lat());
        double lat2 = Math.toRadians(to.lat());
        double dLng = Math.toRadians(to.lng() - from.lng());
        double y = Math.sin(dLng) * Math.cos(lat2);
        double x =
                Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLng);
        return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
    }
}
