package io.venta.desktop.map;

import io.venta.desktop.map.projection.Viewport;
import java.time.Duration;

/**
 * The map's own move to another viewport, short and eased.
 *
 * @param from where it starts
 * @param to where it ends
 * @param start on the clock of the frames
 */
record Flight(Viewport from, Viewport to, long start) {

    private static final long NANOS = Duration.ofMillis(250).toNanos();

    boolean over(long now) {
        return now - start >= NANOS;
    }

    Viewport at(long now) {
        double t = Math.clamp((now - start) / (double) NANOS, 0, 1);
        double eased = 1 - Math.pow(1 - t, 3);
        double distance = to.x() - from.x();
        double shortest = distance - Math.rint(distance);
        return new Viewport(
                from.x() + shortest * eased,
                from.y() + (to.y() - from.y()) * eased,
                from.zoom() + (to.zoom() - from.zoom()) * eased,
                to.width(),
                to.height());
    }
}
