package io.venta.server.demo;

/**
 * A piece of a trip under one acceleration; standing still is a piece too.
 *
 * @param leg the road it is on
 * @param offset metres from the leg's start at which it begins
 * @param speed metres a second with which it begins
 * @param acceleration metres a second, a second; negative when braking
 * @param seconds how long it takes
 */
record Piece(Leg leg, double offset, double speed, double acceleration, double seconds) {

    /** Standing at the end of a leg. */
    static Piece standing(Leg leg, double seconds) {
        return new Piece(leg, leg.length(), 0, 0, seconds);
    }

    Fix after(double elapsed) {
        double metres = offset + elapsed * (speed + acceleration * elapsed / 2);
        return new Fix(leg.at(metres), leg.heading(), Math.max(0, speed + acceleration * elapsed));
    }
}
