package io.venta.server.location;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Fixes of the tests: seconds after the clock's start, which is their latitude's last digits. */
final class TestFixes {

    static final TrailSettings SETTINGS =
            new TrailSettings(Duration.ofHours(1), Duration.ofSeconds(5));

    private TestFixes() {}

    static Instant at(double seconds) {
        return SettableClock.START.plusNanos(Math.round(seconds * 1e9));
    }

    static LocationUpdate fix(String vendor, double seconds) {
        return new LocationUpdate(
                new VendorId(vendor), place(seconds), 5.0, 90.0, 12.5, at(seconds));
    }

    static TrailPoint point(double seconds) {
        return new TrailPoint(place(seconds), 90.0, 12.5, at(seconds));
    }

    /** One a second. */
    static List<LocationUpdate> fixes(String vendor, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> fix(vendor, i)).toList();
    }

    private static GeoPosition place(double seconds) {
        return new GeoPosition(52 + Math.round(seconds * 10) / 1e5, -21.01);
    }
}
