package io.venta.desktop.map.marks;

import io.venta.desktop.vendor.Vendor;
import java.util.List;

/** Marks that would lie on each other, drawn as one in one frame. */
public final class Cluster {

    private static final double SMALLEST = 13;
    private static final double MOST_MORE = 9;

    private final List<Mark> marks;
    private final int[] counts = new int[MarkState.COUNT];
    private final double worldX;
    private final double worldY;
    private final boolean alerted;
    private double x;
    private double y;

    /** Stands in the middle of these. */
    Cluster(List<Mark> marks) {
        this.marks = marks;
        double sumX = 0;
        double sumY = 0;
        boolean any = false;
        for (Mark mark : marks) {
            sumX += mark.worldX();
            sumY += mark.worldY();
            counts[mark.state().level()]++;
            any |= mark.alerted();
        }
        worldX = sumX / marks.size();
        worldY = sumY / marks.size();
        alerted = any;
    }

    /** Whom it stands for. */
    public List<Vendor> vendors() {
        return marks.stream().map(Mark::vendor).toList();
    }

    /** Its middle, in pixels. */
    public double x() {
        return x;
    }

    /** Its middle, in pixels. */
    public double y() {
        return y;
    }

    double worldX() {
        return worldX;
    }

    double worldY() {
        return worldY;
    }

    void place(double screenX, double screenY) {
        x = screenX;
        y = screenY;
    }

    /** Whether anyone in it has an alert. */
    boolean alerted() {
        return alerted;
    }

    int size() {
        return marks.size();
    }

    int count(MarkState state) {
        return counts[state.level()];
    }

    /** Its disc's radius, larger with more vendors. */
    public double radius() {
        return SMALLEST + Math.min(MOST_MORE, 2.2 * Math.log(marks.size()));
    }
}
