package io.venta.server.demo;

import io.venta.model.location.GeoPosition;
import java.time.Instant;

/**
 * Stays where it is.
 *
 * @param position where
 * @param heading where its nose points, degrees clockwise from north
 */
record Parked(GeoPosition position, double heading) implements Movement {

    @Override
    public Fix at(Instant moment) {
        return new Fix(position, heading, 0);
    }
}
