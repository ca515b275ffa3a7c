package io.venta.desktop.vendor;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
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
        double metres = before == null ? 0 : metres(before.position, update.location());
        Duration interval =
                before == null
                        ? Duration.ZERO
                        : Duration.between(before.timestamp, update.timestamp());
        double covered = interval.isPositive() ? metres / (interval.toMillis() / 1000.0) : 0;
        boolean moved = metres > NOISE_METRES;
        return new Fix(
                update.location(),
                orElse(update.speed(), moved ? covered : 0),
                orElse(update.heading(), heading(before, update.location(), moved)),
                update.timestamp(),
                interval,
                covered > JUMP_METRES_PER_SECOND);
    }

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
    static double metres(GeoPosition a, GeoPosition b) {
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
