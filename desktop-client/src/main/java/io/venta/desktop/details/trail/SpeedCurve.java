package io.venta.desktop.details.trail;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Speeds over time, no finer than a chart can show: of the fixes that share a column of two pixels
 * the slowest and the quickest. The columns are fixed in time, so that a curve which moves on keeps
 * its shape.
 *
 * @param lines each without a gap, none empty; a new one begins after a jump and after a silence
 * @param highest in km/h; 0 where there is none
 */
record SpeedCurve(List<List<Point>> lines, double highest) {

    private static final double COLUMN_PIXELS = 2;
    private static final Duration SILENT_AT_LEAST = Duration.ofSeconds(90);

    /**
     * A speed at a moment.
     *
     * @param second since 1970, with its fraction
     * @param kmh kilometres an hour
     */
    record Point(double second, double kmh) {

        private static Point of(Fix fix) {
            return new Point(seconds(fix.timestamp()), fix.speed() * 3.6);
        }
    }

    /** Of a whole hour that is {@code pixels} wide. */
    static SpeedCurve of(Trail trail, double pixels) {
        double column = Trail.SPAN.toSeconds() * COLUMN_PIXELS / Math.max(pixels, COLUMN_PIXELS);
        Duration silent = silence(trail.fixes());
        List<List<Point>> lines = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        for (Fix fix : trail.fixes()) {
            boolean gap = fix.jump() || fix.interval().compareTo(silent) > 0;
            Point point = Point.of(fix);
            // What is not even a column wide cannot be seen, so there are no more lines than
            // columns.
            if (gap && !line.isEmpty() && !share(column, line.getLast(), point)) {
                lines.add(thin(line, column));
                line = new ArrayList<>();
            }
            line.add(point);
        }
        if (!line.isEmpty()) {
            lines.add(thin(line, column));
        }
        double highest = trail.fixes().stream().mapToDouble(Fix::speed).max().orElse(0) * 3.6;
        return new SpeedCurve(List.copyOf(lines), highest);
    }

    static double seconds(Instant moment) {
        return moment.getEpochSecond() + moment.getNano() / 1e9;
    }

    /** As for who is shown as stale: twice the usual interval, and 90 s at least. */
    private static Duration silence(List<Fix> fixes) {
        List<Duration> intervals = fixes.stream().skip(1).map(Fix::interval).sorted().toList();
        Duration usual = intervals.isEmpty() ? Duration.ZERO : intervals.get(intervals.size() / 2);
        Duration twice = usual.multipliedBy(2);
        return twice.compareTo(SILENT_AT_LEAST) < 0 ? SILENT_AT_LEAST : twice;
    }

    private static List<Point> thin(List<Point> line, double column) {
        List<Point> thinned = new ArrayList<>();
        int from = 0;
        while (from < line.size()) {
            int to = from + 1;
            while (to < line.size() && share(column, line.get(from), line.get(to))) {
                to++;
            }
            addExtremes(line.subList(from, to), thinned);
            from = to;
        }
        return List.copyOf(thinned);
    }

    private static void addExtremes(List<Point> points, List<Point> to) {
        Point slowest = points.getFirst();
        Point quickest = points.getFirst();
        for (Point point : points) {
            slowest = point.kmh() < slowest.kmh() ? point : slowest;
            quickest = point.kmh() > quickest.kmh() ? point : quickest;
        }
        boolean slowFirst = slowest.second() <= quickest.second();
        to.add(slowFirst ? slowest : quickest);
        if (!slowest.equals(quickest)) {
            to.add(slowFirst ? quickest : slowest);
        }
    }

    private static boolean share(double column, Point one, Point other) {
        return Math.floor(one.second() / column) == Math.floor(other.second() / column);
    }
}
