package io.venta.testing;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A made-up fleet that misbehaves as real ones do: fixes that come twice, vehicles parked for
 * hours, jumps across the city, silences of minutes. The same seed makes the same fleet.
 */
final class SyntheticFleet {

    private static final int VEHICLES = 400;
    private static final int MINUTES = 100;
    private static final Instant START = Instant.parse("2024-01-25T15:02:00Z");
    private static final double METRES_PER_DEGREE = 111_320;

    private final RandomGenerator random;

    SyntheticFleet(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** All fixes in the order of their times. */
    List<LocationUpdate> fixes() {
        var fixes = new ArrayList<LocationUpdate>();
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
            var id = new VendorId("syn-%04d".formatted(vehicle));
            fixes.addAll(vehicle % 20 == 0 ? parked(id) : driven(id));
        }
        fixes.sort(Comparator.comparing(LocationUpdate::timestamp));
        return fixes;
    }

    /** Stands since hours ago; each poll finds the same fix again. */
    private List<LocationUpdate> parked(VendorId id) {
        var since = START.minusSeconds(random.nextLong(900, 36_000));
        var fix = fix(id, somewhere(), since);
        return new ArrayList<>(java.util.Collections.nCopies(MINUTES, fix));
    }

    private List<LocationUpdate> driven(VendorId id) {
        var fixes = new ArrayList<LocationUpdate>();
        var place = somewhere();
        var course = random.nextDouble(2 * Math.PI);
        var time = START.plusSeconds(random.nextLong(60));
        var end = START.plusSeconds(MINUTES * 60L);
        while (time.isBefore(end)) {
            var fix = fix(id, place, time);
            fixes.add(fix);
            if (random.nextInt(100) < 7) {
                fixes.add(fix);
            }
            var seconds = random.nextInt(1000) < 2 ? random.nextLong(300, 1_200) : interval();
            course += random.nextGaussian() * 0.4;
            var metres = random.nextInt(10_000) < 2 ? 12_000 : speed() * seconds;
            place = moved(place, course, metres);
            time = time.plusSeconds(seconds);
        }
        return fixes;
    }

    private long interval() {
        return Math.clamp(Math.round(59 + random.nextGaussian() * 10), 20, 100);
    }

    private double speed() {
        return random.nextInt(10) < 3 ? 0 : random.nextDouble(2, 14);
    }

    private GeoPosition somewhere() {
        return new GeoPosition(
                52.23 + random.nextGaussian() * 0.06, 21.01 + random.nextGaussian() * 0.1);
    }

    private static GeoPosition moved(GeoPosition from, double course, double metres) {
        var north = Math.cos(course) * metres / METRES_PER_DEGREE;
        var east = Math.sin(course) * metres / METRES_PER_DEGREE / Math.cos(Math.toRadians(52.23));
        return new GeoPosition(from.lat() + north, from.lng() + east);
    }

    private static LocationUpdate fix(VendorId id, GeoPosition place, Instant time) {
        var rounded = new GeoPosition(round(place.lat()), round(place.lng()));
        return new LocationUpdate(id, rounded, null, null, null, time);
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
