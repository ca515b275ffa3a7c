package io.venta.desktop.map.ground;

import io.venta.desktop.map.projection.Extent;
import io.venta.desktop.map.projection.WebMercator;

/**
 * A coast or a border in the square of {@link WebMercator}.
 *
 * @param x one value a point
 * @param y one value a point
 * @param extent of all points
 */
@SuppressWarnings("ArrayRecordComponent") // Hundreds of thousands of points; never compared.
record Outline(double[] x, double[] y, Extent extent) {

    static Outline of(double[] x, double[] y) {
        Extent extent = Extent.EMPTY;
        for (int i = 0; i < x.length; i++) {
            extent = extent.including(x[i], y[i]);
        }
        return new Outline(x, y, extent);
    }

    /**
     * Decodes degrees in steps.
     *
     * @param steps the first point, then differences
     * @param scale how many steps a degree has
     */
    static Outline decode(int[] steps, double scale) {
        int points = steps.length / 2;
        double[] x = new double[points];
        double[] y = new double[points];
        long lng = 0;
        long lat = 0;
        for (int i = 0; i < points; i++) {
            lng += steps[2 * i];
            lat += steps[2 * i + 1];
            x[i] = WebMercator.x(lng / scale);
            y[i] = WebMercator.y(lat / scale);
        }
        return of(x, y);
    }

    int size() {
        return x.length;
    }

    boolean smallerThan(double side) {
        return extent.width() < side && extent.height() < side;
    }

    /** Without the points that lie nearer than {@code tolerance} to the last one kept. */
    Outline thinned(double tolerance) {
        double[] keptX = new double[x.length];
        double[] keptY = new double[x.length];
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            boolean end = i == 0 || i == x.length - 1;
            if (end
                    || Math.abs(x[i] - keptX[kept - 1]) > tolerance
                    || Math.abs(y[i] - keptY[kept - 1]) > tolerance) {
                keptX[kept] = x[i];
                keptY[kept] = y[i];
                kept++;
            }
        }
        return new Outline(
                java.util.Arrays.copyOf(keptX, kept), java.util.Arrays.copyOf(keptY, kept), extent);
    }
}
