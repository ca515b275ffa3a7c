package io.venta.desktop.map;

import io.venta.desktop.map.projection.Viewport;
import java.time.Duration;

/**
 * The map's move to another place.
 *
 * @param from where it starts
 * @param to where it ends
 * @param start on the clock of the frames
 */
record Flight(Viewport from, Viewport to, long start) implements Move {

    private static final long NANOS = Duration.ofMillis(250).toNanos();

    @Override
    public long length() {
        return NANOS;
    }

    @Override
    public Viewport at(long now) {
        double eased = eased(now);
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
