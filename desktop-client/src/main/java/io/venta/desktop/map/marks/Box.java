package io.venta.desktop.map.marks;

import java.util.List;
import javafx.geometry.Bounds;

/**
 * A rectangle on the map, in pixels.
 *
 * @param left its left edge
 * @param top its top edge
 * @param right its right edge
 * @param bottom its bottom edge
 */
record Box(double left, double top, double right, double bottom) {

    static Box of(Bounds bounds) {
        return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    static Box around(double x, double y, double radius) {
        return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    boolean within(Box other) {
        return left >= other.left
                && top >= other.top
                && right <= other.right
                && bottom <= other.bottom;
    }

    boolean meets(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** Of the same size, moved no further than it needs to lie in another, which is larger. */
    Box movedInto(Box other) {
        double x = Math.max(other.left, Math.min(left, other.right - width()));
        double y = Math.max(other.top, Math.min(top, other.bottom - height()));
        return at(x, y);
    }

    /** Of the same size, moved to each side of another. */
    List<Box> beside(Box other) {
        return List.of(
                at(other.left - width(), top),
                at(other.right, top),
                at(left, other.top - height()),
                at(left, other.bottom));
    }

    double distance(double x, double y) {
        return Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y);
    }

    private Box at(double x, double y) {
        return new Box(x, y, x + width(), y + height());
    }

    private double width() {
        return right - left;
    }

    private double height() {
        return bottom - top;
    }
}
