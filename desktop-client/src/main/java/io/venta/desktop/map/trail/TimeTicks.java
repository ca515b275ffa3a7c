package io.venta.desktop.map.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the clock stood at round minutes along a trail, as close as there is room: every minute
 * from near, every half hour from far. Where the vendor stood still there is one for all of it.
 */
final class TimeTicks {

    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60};
    private static final double APART_PIXELS = 72;

    private TimeTicks() {}

    static List<TrailLine.Point> along(TrailLine line, ZoneId zone) {
        List<TrailLine.Point> points = line.points();
        List<TrailLine.Point> ticks = new ArrayList<>();
        if (points.size() < 2) {
            return ticks;
        }
        long step = step(line).toMillis();
        for (int i = 1; i < points.size(); i++) {
            TrailLine.Point from = points.get(i - 1);
            TrailLine.Point to = points.get(i);
            if (!to.first()) {
                add(ticks, from, to, step, zone);
            }
        }
        return ticks;
    }

    /** The finest that keeps ticks apart on average. */
    static Duration step(TrailLine line) {
        Duration time =
                Duration.between(line.points().getFirst().at(), line.points().getLast().at());
        double room = Math.max(1, line.length() / APART_PIXELS);
        for (int minutes : MINUTES) {
            if (time.toMinutes() / (double) minutes <= room) {
                return Duration.ofMinutes(minutes);
            }
        }
        return Duration.ofMinutes(MINUTES[MINUTES.length - 1]);
    }

    private static void add(
            List<TrailLine.Point> ticks,
            TrailLine.Point from,
            TrailLine.Point to,
            long step,
            ZoneId zone) {
        long offset = zone.getRules().getOffset(from.at()).getTotalSeconds() * 1000L;
        long first = Math.floorDiv(from.at().toEpochMilli() + offset, step) + 1;
        for (long n = first; n * step - offset <= to.at().toEpochMilli(); n++) {
            TrailLine.Point tick = from.between(to, Instant.ofEpochMilli(n * step - offset));
            boolean room =
                    ticks.stream().noneMatch(other -> other.distance(tick) < APART_PIXELS / 2);
            if (room) {
                ticks.add(tick);
            }
        }
    }
}
