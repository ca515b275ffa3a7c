package io.venta.desktop.map.marks;

import java.util.List;
import java.util.Optional;

/**
 * Where everything is at one moment.
 *
 * @param marks in view, each by itself
 * @param clusters in view
 * @param moving whether the next frame differs by itself
 */
public record MapFrame(List<Mark> marks, List<Cluster> clusters, boolean moving) {

    /** Nothing is in sight. */
    public static final MapFrame EMPTY = new MapFrame(List.of(), List.of(), false);

    private static final double REACH = 16;

    /** The mark nearest to a pixel, within a finger's reach. */
    public Optional<Mark> markAt(double x, double y) {
        Mark nearest = null;
        double best = REACH;
        for (Mark mark : marks) {
            double distance = Math.hypot(mark.x() - x, mark.y() - y);
            if (distance <= best) {
                best = distance;
                nearest = mark;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The cluster at a pixel. */
    public Optional<Cluster> clusterAt(double x, double y) {
        return clusters.stream()
                .filter(c -> Math.hypot(c.x() - x, c.y() - y) <= c.radius() + 4)
                .findFirst();
    }
}
