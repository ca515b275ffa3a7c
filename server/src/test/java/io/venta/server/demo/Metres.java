package io.venta.server.demo;

import io.venta.model.location.GeoPosition;

/** Distances, as the tests measure them. */
final class Metres {

    private Metres() {}

    static double metresBetween(GeoPosition one, GeoPosition other) {
        return Leg.between(one, other, 1).length();
    }

    /** To the nearest point of the leg. */
    static double metresBetween(GeoPosition point, Leg leg) {
        var toPoint = Leg.between(leg.from(), point, 1);
        double angle = Math.toRadians(toPoint.heading() - leg.heading());
        return metresBetween(point, leg.at(toPoint.length() * Math.cos(angle)));
    }
}
