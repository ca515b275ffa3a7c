package io.venta.desktop.map.projection;

/**
 * A rectangle in the square of {@link WebMercator}.
 *
 * @param west the smallest x
 * @param north the smallest y
 * @param east the largest x
 * @param south the largest y
 */
public record Extent(double west, double north, double east, double south) {

    /** Of nothing: including a point makes it that point. */
    public static final Extent EMPTY =
            new Extent(
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.NEGATIVE_INFINITY);

    /** As large as also holds a point. */
    public Extent including(double x, double y) {
        return new Extent(
                Math.min(west, x), Math.min(north, y), Math.max(east, x), Math.max(south, y));
    }

    /** Whether nothing was included. */
    public boolean isEmpty() {
        return west > east;
    }

    /** Whether it shares a point with another one. */
    public boolean meets(Extent other) {
        return west <= other.east
                && other.west <= east
                && north <= other.south
                && other.north <= south;
    }

    /** Moved east by so much. */
    public Extent shifted(double right) {
        return new Extent(west + right, north, east + right, south);
    }

    /** At least a hair, so that it can be divided by. */
    public double width() {
        return Math.max(east - west, 1e-9);
    }

    /** At least a hair, so that it can be divided by. */
    public double height() {
        return Math.max(south - north, 1e-9);
    }

    /** Half way from west to east. */
    public double middleX() {
        return (west + east) / 2;
    }

    /** Half way from north to south. */
    public double middleY() {
        return (north + south) / 2;
    }
}
