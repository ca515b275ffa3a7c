package io.venta.desktop.map;

import io.venta.desktop.vendor.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who stands together at a zoom: vendors less than 40 px apart. Its grid lies still on the earth,
 * so that panning changes nothing.
 */
final class Clustering {

    /** From this zoom on every vendor has a mark of its own. */
    static final double OFF_FROM_ZOOM = 12;

    private static final double APART_PIXELS = 40;

    /**
     * A vendor's place.
     *
     * @param vendor who
     * @param x in the square of the world
     * @param y likewise
     */
    record Spot(Vendor vendor, double x, double y) {}

    private record Cell(long column, long row) {

        Cell offset(long right, long down) {
            return new Cell(column + right, row + down);
        }
    }

    private static final class Group {

        private final List<Vendor> members = new ArrayList<>();
        private double sumX;
        private double sumY;

        void add(Spot spot) {
            members.add(spot.vendor());
            sumX += spot.x();
            sumY += spot.y();
        }

        void absorb(Group other) {
            members.addAll(other.members);
            sumX += other.sumX;
            sumY += other.sumY;
        }

        double distance(Group other) {
            return Math.hypot(
                    sumX / members.size() - other.sumX / other.members.size(),
                    sumY / members.size() - other.sumY / other.members.size());
        }
    }

    private Clustering() {}

    /**
     * @param spots where the vendors are
     * @param scale pixels of the world's side
     */
    static List<List<Vendor>> groups(List<Spot> spots, double scale) {
        double apart = APART_PIXELS / scale;
        Map<Cell, Group> cells = new HashMap<>();
        for (Spot spot : spots) {
            long column = (long) Math.floor(spot.x() / apart);
            long row = (long) Math.floor(spot.y() / apart);
            cells.computeIfAbsent(new Cell(column, row), empty -> new Group()).add(spot);
        }
        return merged(cells, apart);
    }

    /** The largest draw in the neighbours that are too near. */
    private static List<List<Vendor>> merged(Map<Cell, Group> cells, double apart) {
        List<Map.Entry<Cell, Group>> largestFirst = new ArrayList<>(cells.entrySet());
        largestFirst.sort(
                Comparator.comparingInt((Map.Entry<Cell, Group> e) -> -e.getValue().members.size())
                        .thenComparingLong(e -> e.getKey().column)
                        .thenComparingLong(e -> e.getKey().row));
        Set<Cell> taken = new HashSet<>();
        List<List<Vendor>> groups = new ArrayList<>();
        for (var entry : largestFirst) {
            if (taken.add(entry.getKey())) {
                Group group = entry.getValue();
                drawIn(group, entry.getKey(), cells, taken, apart);
                groups.add(group.members);
            }
        }
        return groups;
    }

    private static void drawIn(
            Group group, Cell at, Map<Cell, Group> cells, Set<Cell> taken, double apart) {
        for (long right = -1; right <= 1; right++) {
            for (long down = -1; down <= 1; down++) {
                Cell beside = at.offset(right, down);
                Group other = cells.get(beside);
                if (other != null && !taken.contains(beside) && group.distance(other) < apart) {
                    taken.add(beside);
                    group.absorb(other);
                }
            }
        }
    }
}
