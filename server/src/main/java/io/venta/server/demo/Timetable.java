package io.venta.server.demo;

import io.venta.model.location.LocationUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who reports when: a moving vendor every 2 s, a standing one every 20 s, spread so that each tick
 * has about as many reports as the next. Immutable.
 */
final class Timetable {

    /** Time from one tick to the next. */
    static final Duration TICK = Duration.ofMillis(250);

    private static final int TICKS_PER_ROUND = 8;
    private static final int ROUNDS_WHEN_STANDING = 10;
    private static final Duration ROUND = TICK.multipliedBy(TICKS_PER_ROUND);

    private final List<DemoVendor> vendors;

    Timetable(List<DemoVendor> vendors) {
        this.vendors = List.copyOf(vendors);
    }

    /** What everybody reports at the start, the silent ones as of when they were last heard. */
    List<LocationUpdate> first(Instant now) {
        return vendors.stream()
                .map(vendor -> vendor.locationAt(now.minus(vendor.silence())))
                .toList();
    }

    /** What is reported at a tick; {@code now} is its time. */
    List<LocationUpdate> at(long tick, Instant now) {
        return IntStream.range(0, vendors.size())
                .filter(i -> isDue(i, tick, now))
                .mapToObj(i -> vendors.get(i).locationAt(now))
                .toList();
    }

    private boolean isDue(int index, long tick, Instant now) {
        var vendor = vendors.get(index);
        if (vendor.silent() || (tick + index) % TICKS_PER_ROUND != 0) {
            return false;
        }
        long round = (tick + index) / TICKS_PER_ROUND;
        return round % ROUNDS_WHEN_STANDING == index % ROUNDS_WHEN_STANDING
                || vendor.movement().at(now).moving()
                || hasJustStopped(vendor, now);
    }

    private static boolean hasJustStopped(DemoVendor vendor, Instant now) {
        return vendor.movement().at(now.minus(ROUND)).moving();
    }
}
