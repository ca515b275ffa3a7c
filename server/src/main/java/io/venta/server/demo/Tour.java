package io.venta.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A route driven over and over by one vehicle: speeds up, cruises, slows at corners, stands at
 * stops. Immutable. The place on it follows from the wall clock alone, so that a server that comes
 * back finds its vendors where they would be.
 */
final class Tour implements Movement {

    private static final double MILLIS = 1_000;

    private final List<Piece> pieces;
    private final double[] starts;
    private final double period;
    private final double head;

    /**
     * Plans it.
     *
     * @param phase how far into it the vehicle is ahead of the clock, 0 to 1
     */
    Tour(Route route, Vehicle vehicle, double phase) {
        this.pieces = pieces(route, vehicle);
        this.starts = new double[pieces.size()];
        double start = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            start += pieces.get(i).seconds();
        }
        this.period = start;
        this.head = phase * period;
    }

    @Override
    public Fix at(Instant moment) {
        double seconds = (moment.toEpochMilli() / MILLIS + head) % period;
        int found = Arrays.binarySearch(starts, seconds);
        int piece = found >= 0 ? found : -found - 2;
        return pieces.get(piece).after(seconds - starts[piece]);
    }

    /** Seconds for one round. */
    double period() {
        return period;
    }

    private static List<Piece> pieces(Route route, Vehicle vehicle) {
        var legs = route.legs();
        var dwells = route.dwells();
        double[] speeds = cornerSpeeds(legs, dwells, vehicle);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < legs.size(); i++) {
            pieces.addAll(vehicle.drive(legs.get(i), speeds[i], speeds[i + 1]));
            if (dwells.get(i) > 0) {
                pieces.add(Piece.standing(legs.get(i), dwells.get(i)));
            }
        }
        return List.copyOf(pieces);
    }

    /** The speed at the start of each leg and at the end of the last, each within reach. */
    private static double[] cornerSpeeds(List<Leg> legs, List<Integer> dwells, Vehicle vehicle) {
        int corners = legs.size();
        double[] speeds = new double[corners + 1];
        for (int i = 1; i < corners; i++) {
            double inTurn = vehicle.turningSpeed(legs.get(i - 1), legs.get(i));
            double reached = vehicle.fastestAfter(legs.get(i - 1).length(), speeds[i - 1]);
            speeds[i] = dwells.get(i - 1) > 0 ? 0 : Math.min(inTurn, reached);
        }
        for (int i = corners - 1; i > 0; i--) {
            double brakable = vehicle.fastestBefore(legs.get(i).length(), speeds[i + 1]);
            speeds[i] = Math.min(speeds[i], brakable);
        }
        return speeds;
    }
}
