package io.venta.desktop.map.marks;

/**
 * How a mark is painted.
 *
 * @param state its shape and colour
 * @param heading where it points, in degrees clockwise from north; NaN where nobody knows
 * @param fade how faint it is, where it is stale
 */
record Look(MarkState state, double heading, Fade fade) {}
