package io.venta.server.demo;

import io.venta.model.location.GeoPosition;

/**
 * A straight piece of road.
 *
 * @param from its start
 * @param to its end
 * @param speedLimit metres a second
 * @param length metres
 * @param heading degrees clockwise from north
 */
record Leg(GeoPosition from, GeoPosition to, double speedLimit, double length, double heading) {

    private static final double METRES_PER_DEGREE = 111_195;

    static Leg between(GeoPosition from, GeoPosition to, double speedLimit) {
        double middle = Math.toRadians((from.lat() + to.lat()) / 2);
        double north = (to.lat() - from.lat()) * METRES_PER_DEGREE;
        double east = (to.lng() - from.lng()) * METRES_PER_DEGREE * Math.cos(middle);
        double heading = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
        return new Leg(from, to, speedLimit, Math.hypot(north, east), heading);
    }

    /** The point so many metres from its start. */
    GeoPosition at(double metres) {
        double part = Math.clamp(metres / length, 0, 1);
        return new GeoPosition(
                from.lat() + part * (to.lat() - from.lat()),
                from.lng() + part * (to.lng() - from.lng()));
    }

    /** How far one turns to go on along another leg, 0 to 180 degrees. */
    double turnInto(Leg next) {
        double turn = Math.abs(next.heading - heading) % 360;
        return turn > 180 ? 360 - turn : turn;
    }
}
