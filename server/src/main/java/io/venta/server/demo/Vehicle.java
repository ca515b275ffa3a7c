package io.venta.server.demo;

import java.util.List;
import java.util.stream.Stream;

/** What a vendor drives: how fast it gets, and how quickly. Metres and seconds. */
enum Vehicle {
    /** Heavy and careful. */
    TRUCK(12.5, 0.9, 1.4),
    /** The usual delivery van. */
    VAN(13.9, 1.4, 2.0),
    /** A motor scooter. */
    SCOOTER(12.5, 1.8, 2.2),
    /** A messenger's bicycle. */
    BICYCLE(7.0, 0.8, 1.6),
    /** A loaded cargo bicycle. */
    CARGO_BIKE(4.5, 0.5, 1.0);

    private static final double SHARPEST_DRIVABLE_TURN = 150;
    private static final double SLOWEST_TURN = 2.5;
    private static final double UNBENT = 14;
    private static final double SLOWER_PER_DEGREE = 0.13;

    private final double topSpeed;
    private final double acceleration;
    private final double braking;

    Vehicle(double topSpeed, double acceleration, double braking) {
        this.topSpeed = topSpeed;
        this.acceleration = acceleration;
        this.braking = braking;
    }

    double acceleration() {
        return acceleration;
    }

    double braking() {
        return braking;
    }

    double cruisingSpeed(Leg leg) {
        return Math.min(topSpeed, leg.speedLimit());
    }

    /** How fast it may go from one leg into the next; it stops to turn round. */
    double turningSpeed(Leg leg, Leg next) {
        double turn = leg.turnInto(next);
        if (turn > SHARPEST_DRIVABLE_TURN) {
            return 0;
        }
        double inTurn = Math.max(SLOWEST_TURN, UNBENT - turn * SLOWER_PER_DEGREE);
        return Math.min(inTurn, Math.min(cruisingSpeed(leg), cruisingSpeed(next)));
    }

    /** The speed it can have reached after so many metres. */
    double fastestAfter(double metres, double entrySpeed) {
        return Math.sqrt(entrySpeed * entrySpeed + 2 * acceleration * metres);
    }

    /** The speed from which it can still brake within so many metres. */
    double fastestBefore(double metres, double exitSpeed) {
        return Math.sqrt(exitSpeed * exitSpeed + 2 * braking * metres);
    }

    /** Speeds up, cruises and slows down again, so as to leave with the exit speed. */
    List<Piece> drive(Leg leg, double entrySpeed, double exitSpeed) {
        double peak = Math.min(cruisingSpeed(leg), peak(leg.length(), entrySpeed, exitSpeed));
        double speedingUp = (peak * peak - entrySpeed * entrySpeed) / (2 * acceleration);
        double slowingDown = (peak * peak - exitSpeed * exitSpeed) / (2 * braking);
        double cruising = Math.max(0, leg.length() - speedingUp - slowingDown);
        return Stream.of(
                        new Piece(
                                leg,
                                0,
                                entrySpeed,
                                acceleration,
                                (peak - entrySpeed) / acceleration),
                        new Piece(leg, speedingUp, peak, 0, cruising / peak),
                        new Piece(
                                leg,
                                speedingUp + cruising,
                                peak,
                                -braking,
                                (peak - exitSpeed) / braking))
                .filter(piece -> piece.seconds() > 0)
                .toList();
    }

    /** Where speeding up over the whole leg would meet slowing down over it. */
    private double peak(double length, double entrySpeed, double exitSpeed) {
        return Math.sqrt(
                (2 * acceleration * braking * length
                                + braking * entrySpeed * entrySpeed
                                + acceleration * exitSpeed * exitSpeed)
                        / (acceleration + braking));
    }
}
