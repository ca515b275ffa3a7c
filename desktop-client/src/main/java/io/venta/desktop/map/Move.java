package io.venta.desktop.map;

import io.venta.desktop.map.projection.Viewport;

/** The map's own way to another viewport, short and eased; time is that of the frames. */
sealed interface Move permits Flight, AnchoredZoom {

    /** Where it ends. */
    Viewport to();

    /** When it began. */
    long start();

    /** How long it takes, in nanoseconds. */
    long length();

    Viewport at(long now);

    default boolean over(long now) {
        return now - start() >= length();
    }

    /** How far it is, from 0 to 1: quick at first, then slower. */
    default double eased(long now) {
        double t = Math.clamp((now - start()) / (double) length(), 0, 1);
        return 1 - Math.pow(1 - t, 3);
    }
}
