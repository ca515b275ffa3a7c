package io.venta.server.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.location.GeoPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * A way through the city that is driven over and over: round and round a loop, else there and back.
 *
 * @param id its name among the routes
 * @param streets the streets it follows, for whoever edits it
 * @param kmh speed limit, kilometres an hour
 * @param loop whether its last point leads on to the first
 * @param points corners, each as latitude and longitude
 * @param stops where to stand, the first point among them
 */
record Route(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String streets,
        @JsonProperty(required = true) double kmh,
        @JsonProperty(required = true) boolean loop,
        @JsonProperty(required = true) List<List<Double>> points,
        @JsonProperty(required = true) List<Stop> stops) {

    private static final double KMH_PER_METRE_A_SECOND = 3.6;

    Route {
        if (points.size() < 2 || stops.stream().noneMatch(stop -> stop.at() == 0)) {
            throw new IllegalArgumentException(id + " needs two points and a stop at the first");
        }
    }

    /**
     * Where to stand, and for how long.
     *
     * @param at index of the point
     * @param seconds how long
     */
    record Stop(
            @JsonProperty(required = true) int at, @JsonProperty(required = true) int seconds) {}

    /** Once around, back to the first point. */
    List<Leg> legs() {
        var tour = tour();
        var legs = new ArrayList<Leg>();
        for (int i = 1; i < tour.size(); i++) {
            legs.add(Leg.between(corner(tour.get(i - 1)), corner(tour.get(i)), speedLimit()));
        }
        return List.copyOf(legs);
    }

    /** Seconds to stand after each of the legs; 0 where it goes on at once. */
    List<Integer> dwells() {
        var tour = tour();
        return tour.subList(1, tour.size()).stream().map(this::secondsAt).toList();
    }

    /** Metres a second. */
    double speedLimit() {
        return kmh / KMH_PER_METRE_A_SECOND;
    }

    private List<Integer> tour() {
        var tour = new ArrayList<Integer>();
        for (int i = 0; i < points.size(); i++) {
            tour.add(i);
        }
        if (loop) {
            tour.add(0);
        } else {
            tour.addAll(tour.subList(0, points.size() - 1).reversed());
        }
        return tour;
    }

    private int secondsAt(int point) {
        return stops.stream()
                .filter(stop -> stop.at() == point)
                .mapToInt(Stop::seconds)
                .findFirst()
                .orElse(0);
    }

    private GeoPosition corner(int point) {
        var pair = points.get(point);
        return new GeoPosition(pair.getFirst(), pair.getLast());
    }
}
