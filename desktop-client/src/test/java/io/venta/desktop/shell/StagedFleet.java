package io.venta.desktop.shell;

import io.venta.desktop.vendor.Updates;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.model.vendor.VendorUpdate;
import io.venta.testing.FleetFixes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 1,548 vendors as they stood after an hour of a recording, as if that were noon: the same in every
 * run. Names and ways are real where the folder in {@code VENTA_FLEET_DATA} has them.
 */
final class StagedFleet {

    static final int SIZE = 1_548;

    /** As long a name as the real ones have. */
    static final String LONG_NAME =
            "San Francisco Carts & Concessions, Inc. DBA Stanley's Steamers Hot Dogs";

    private static final Duration RECORDING = Duration.ofMinutes(100);
    private static final Duration LEFT = Duration.ofMinutes(40);
    private static final Pattern NAME = Pattern.compile("^[^,]*,(?:\"([^\"]*)\"|([^,]*)),([^,]*),");
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double LAT = 52.23;
    private static final double LNG = 21.01;
    private static final double EAST = Math.cos(Math.toRadians(LAT));
    private static final String[] WHOSE = {
        "Anna’s", "Blue Kettle", "Corner", "Uncle Ted’s", "Harbour", "Old Mill", "Sunny"
    };
    private static final String[] WHAT = {
        "Tacos", "Coffee", "Pierogi", "Burgers", "Soup", "Ice Cream", "Falafel", "Waffles"
    };
    private static final String[] WHERE = {
        "Bemowo", "Bielany", "Mokotów", "Ochota", "Praga", "Ursus", "Ursynów", "Wawer", "Wola"
    };

    private final List<List<LocationUpdate>> ways;
    private final List<VendorUpdate> profiles;

    private StagedFleet(List<List<LocationUpdate>> ways, List<VendorUpdate> profiles) {
        this.ways = ways;
        this.profiles = profiles;
    }

    /** Reads or makes it. */
    static StagedFleet load() {
        Map<VendorId, List<LocationUpdate>> played = new LinkedHashMap<>();
        List<LocationUpdate> all = recorded();
        Instant now = all.getLast().timestamp().minus(LEFT);
        for (LocationUpdate fix : all) {
            if (fix.timestamp().isBefore(now)) {
                played.computeIfAbsent(fix.vendorId(), none -> new ArrayList<>())
                        .add(atNoon(fix, now));
            } else {
                // Who comes later comes at noon, so that all are there.
                played.computeIfAbsent(fix.vendorId(), none -> List.of(at(Updates.NOON, fix)));
            }
        }
        List<List<LocationUpdate>> ways = played.values().stream().limit(SIZE).toList();
        List<String[]> names = names();
        List<VendorUpdate> profiles = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            String[] name = names.get(i % names.size());
            profiles.add(
                    Updates.profile(ways.get(i).getFirst().vendorId().value(), name[0], name[1]));
        }
        return new StagedFleet(ways, profiles);
    }

    /** Some of them, from all over the town; the first is the one with the longest name. */
    List<Integer> some(int count) {
        int most = Math.min(count, ways.size());
        return IntStream.range(0, most).map(i -> i * ways.size() / most).boxed().toList();
    }

    VendorUpdate profile(int index) {
        VendorUpdate profile = profiles.get(index);
        return index == 0
                ? new VendorUpdate(
                        profile.vendorId(), LONG_NAME, null, "Push Cart", true, Updates.NOON)
                : profile;
    }

    VendorId id(int index) {
        return profiles.get(index).vendorId();
    }

    /** Its newest fix, with speed and heading as its last two have them. */
    LocationUpdate fix(int index) {
        List<LocationUpdate> way = ways.get(index);
        return motion(way, way.size() - 1);
    }

    /** Where it was, oldest first. */
    List<TrailPoint> trail(int index) {
        List<LocationUpdate> way = ways.get(index);
        return IntStream.range(0, way.size())
                .mapToObj(i -> motion(way, i))
                .map(
                        fix ->
                                new TrailPoint(
                                        fix.location(),
                                        fix.heading(),
                                        fix.speed(),
                                        fix.timestamp()))
                .toList();
    }

    /**
     * All fixes of so many vendors, oldest first. The made-up fleet is smaller: it comes as often
     * as is needed, each time turned round the town.
     */
    static List<LocationUpdate> recorded() {
        List<LocationUpdate> all = FleetFixes.all();
        long vendors = all.stream().map(LocationUpdate::vendorId).distinct().count();
        int times = (int) Math.ceilDiv(SIZE, vendors);
        return times == 1
                ? all
                : all.stream()
                        .flatMap(
                                fix -> IntStream.range(0, times).mapToObj(copy -> moved(fix, copy)))
                        .sorted(Comparator.comparing(LocationUpdate::timestamp))
                        .toList();
    }

    /** The same way, turned round the middle of the town by so many right angles. */
    private static LocationUpdate moved(LocationUpdate fix, int copy) {
        double north = fix.location().lat() - LAT;
        double east = (fix.location().lng() - LNG) * EAST;
        for (int i = 0; i < copy; i++) {
            double before = north;
            north = -east;
            east = before;
        }
        return new LocationUpdate(
                new VendorId(fix.vendorId().value() + "-" + copy),
                new GeoPosition(LAT + north, LNG + east / EAST),
                null,
                null,
                null,
                fix.timestamp().plusSeconds(copy * 13L));
    }

    /**
     * The same as a recording to be played: what stood there before it began comes first, at once.
     */
    static List<LocationUpdate> played() {
        List<LocationUpdate> all = recorded();
        Instant start = all.getLast().timestamp().minus(RECORDING);
        Set<VendorId> vendors =
                all.stream()
                        .map(LocationUpdate::vendorId)
                        .distinct()
                        .limit(SIZE)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(fix -> vendors.contains(fix.vendorId()))
                .map(fix -> fix.timestamp().isBefore(start) ? at(start, fix) : fix)
                .distinct()
                .toList();
    }

    private static LocationUpdate atNoon(LocationUpdate fix, Instant now) {
        return at(Updates.NOON.minus(Duration.between(fix.timestamp(), now)), fix);
    }

    private static LocationUpdate at(Instant moment, LocationUpdate fix) {
        return new LocationUpdate(fix.vendorId(), fix.location(), null, null, null, moment);
    }

    private static LocationUpdate motion(List<LocationUpdate> way, int index) {
        LocationUpdate to = way.get(index);
        LocationUpdate from = way.get(Math.max(0, index - 1));
        double north = (to.location().lat() - from.location().lat()) * METRES_PER_DEGREE;
        double east = (to.location().lng() - from.location().lng()) * METRES_PER_DEGREE * EAST;
        double seconds = Duration.between(from.timestamp(), to.timestamp()).toMillis() / 1e3;
        double speed = seconds > 0 ? Math.min(Math.hypot(north, east) / seconds, 40) : 0;
        double heading = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
        return new LocationUpdate(
                to.vendorId(), to.location(), null, heading, speed, to.timestamp());
    }

    private static List<String[]> names() {
        String folder = System.getenv("VENTA_FLEET_DATA");
        if (folder == null || folder.isBlank()) {
            return IntStream.range(0, WHOSE.length * WHAT.length * WHERE.length)
                    .mapToObj(StagedFleet::madeUp)
                    .toList();
        }
        try (var lines = Files.lines(Path.of(folder, "vendors.csv"))) {
            return lines.skip(1)
                    .map(NAME::matcher)
                    .filter(m -> m.find())
                    .map(
                            m ->
                                    new String[] {
                                        m.group(1) == null ? m.group(2) : m.group(1), m.group(3)
                                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read VENTA_FLEET_DATA", e);
        }
    }

    private static String[] madeUp(int i) {
        String name =
                WHOSE[i % WHOSE.length]
                        + " "
                        + WHAT[i % WHAT.length]
                        + " "
                        + WHERE[i % WHERE.length];
        return new String[] {name, i % 3 == 0 ? "Push Cart" : "Truck"};
    }
}
