package io.venta.desktop.map.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands together at a zoom: vendors less than 40 px apart. Its grid lies still on the earth,
 * so that panning changes nothing.
 */
final class Clustering {

    /** From this zoom on every vendor has a mark of its own. */
    static final double OFF_FROM_ZOOM = 12;

    private static final double APART_PIXELS = 40;

    /** Columns and rows are far fewer than this: the world's side is 2^12 tiles at most. */
    private static final long ROWS = 1L << 24;

    private static final class Group {

        private final long column;
        private final long row;
        private final List<Mark> members = new ArrayList<>();
        private double sumX;
        private double sumY;
        private boolean taken;

        Group(long column, long row) {
            this.column = column;
            this.row = row;
        }

        void add(Mark mark) {
            members.add(mark);
            sumX += mark.worldX();
            sumY += mark.worldY();
        }

        void absorb(Group other) {
            members.addAll(other.members);
            sumX += other.sumX;
            sumY += other.sumY;
            other.taken = true;
        }

        double distance(Group other) {
            return Math.hypot(
                    sumX / members.size() - other.sumX / other.members.size(),
                    sumY / members.size() - other.sumY / other.members.size());
        }
    }

    private final double apart;
    private final Map<Long, Group> cells = new HashMap<>();

    private Clustering(double apart) {
        this.apart = apart;
    }

    /**
     * @param marks where they are in this frame
     * @param scale pixels of the world's side
     */
    static List<List<Mark>> groups(List<Mark> marks, double scale) {
        Clustering clustering = new Clustering(APART_PIXELS / scale);
        marks.forEach(clustering::add);
        return clustering.merged();
    }

    private void add(Mark mark) {
        long column = (long) Math.floor(mark.worldX() / apart);
        long row = (long) Math.floor(mark.worldY() / apart);
        cells.computeIfAbsent(key(column, row), empty -> new Group(column, row)).add(mark);
    }

    private static long key(long column, long row) {
        return column * ROWS + row;
    }

    /** The largest draw in the neighbours that are too near. */
    private List<List<Mark>> merged() {
        List<Group> largestFirst = new ArrayList<>(cells.values());
        largestFirst.sort(
                Comparator.comparingInt((Group group) -> -group.members.size())
                        .thenComparingLong(group -> group.column)
                        .thenComparingLong(group -> group.row));
        List<List<Mark>> groups = new ArrayList<>();
        for (Group group : largestFirst) {
            if (!group.taken) {
                group.taken = true;
                drawIn(group);
                groups.add(group.members);
            }
        }
        return groups;
    }

    private void drawIn(Group group) {
        for (long right = -1; right <= 1; right++) {
            for (long down = -1; down <= 1; down++) {
                Group other = cells.get(key(group.column + right, group.row + down));
                if (other != null && !other.taken && group.distance(other) < apart) {
                    group.absorb(other);
                }
            }
        }
    }
}
