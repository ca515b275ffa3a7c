package io.venta.desktop.map.trail;

import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A trail in pixels of one viewport: without points that lie within a pixel of the one before, so
 * that it costs no more from far than from near.
 */
final class TrailLine {

    private static final double PIXEL = 1;

    /**
     * A point of it.
     *
     * @param x in pixels
     * @param y in pixels
     * @param at when the vendor was there
     * @param first whether a new line begins here, since nobody drove to it
     */
    record Point(double x, double y, Instant at, boolean first) {

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        /** Between this one and a later one. */
        Point between(Point later, Instant moment) {
            double all = later.at.toEpochMilli() - at.toEpochMilli();
            double part = all <= 0 ? 1 : (moment.toEpochMilli() - at.toEpochMilli()) / all;
            return new Point(x + (later.x - x) * part, y + (later.y - y) * part, moment, false);
        }
    }

    private final List<Point> points = new ArrayList<>();

    /** All of a trail up to a moment, the moment's own left out. */
    TrailLine(Trail trail, Instant until, Viewport view) {
        boolean breaks = true;
        for (Fix fix : trail.fixes()) {
            breaks |= fix.jump();
            if (!fix.timestamp().isBefore(until)) {
                continue;
            }
            Point point =
                    new Point(
                            view.screenX(WebMercator.x(fix.position().lng())),
                            view.screenY(WebMercator.y(fix.position().lat())),
                            fix.timestamp(),
                            breaks);
            if (breaks || points.getLast().distance(point) >= PIXEL) {
                points.add(point);
                breaks = false;
            }
        }
    }

    /** Goes on to where the vendor is shown now. */
    void end(double x, double y, Instant at, boolean jump) {
        points.add(new Point(x, y, at, jump || points.isEmpty()));
    }

    List<Point> points() {
        return points;
    }

    /** In pixels, along all its lines. */
    double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).first()) {
                length += points.get(i).distance(points.get(i - 1));
            }
        }
        return length;
    }
}
