package io.venta.desktop.map;

import io.venta.desktop.map.projection.Viewport;
import java.time.Duration;

/**
 * The map's zoom round a pixel, under which the ground stands still in every frame.
 *
 * @param from where it starts
 * @param zoom where it ends
 * @param x the pixel
 * @param y the pixel
 * @param start on the clock of the frames
 */
record AnchoredZoom(Viewport from, double zoom, double x, double y, long start) implements Move {

    private static final long NANOS = Duration.ofMillis(160).toNanos();

    @Override
    public Viewport to() {
        return from.zoomed(zoom, x, y);
    }

    @Override
    public long length() {
        return NANOS;
    }

    @Override
    public Viewport at(long now) {
        double eased = eased(now);
        return from.zoomed(from.zoom() + (zoom - from.zoom()) * eased, x, y);
    }
}
