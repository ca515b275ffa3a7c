package io.venta.desktop.map.ground;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/**
 * Traces a line or a ring with its corners rounded: a generalised coast has no corners of its own.
 * A rounding takes half of a side at most. Reuses its buffers: JavaFX thread only.
 */
final class CornerRounder {

    /** How far from a corner its rounding begins, in pixels. */
    static final double ROUNDING = 36;

    private static final double LEAST_STEP = 0.75;

    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int size;

    void start() {
        size = 0;
    }

    /** Adds a point, unless it lies within a pixel of the one before. */
    void add(double px, double py) {
        if (size > 0 && near(px, py, size - 1)) {
            return;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
        }
        x[size] = px;
        y[size] = py;
        size++;
    }

    /** Puts the points into the path as a ring. */
    void traceRing(GraphicsContext g) {
        while (size > 1 && near(x[0], y[0], size - 1)) {
            size--;
        }
        if (size < 3) {
            return;
        }
        g.moveTo((x[size - 1] + x[0]) / 2, (y[size - 1] + y[0]) / 2);
        for (int i = 0; i < size; i++) {
            corner(g, (i + size - 1) % size, i, (i + 1) % size);
        }
        g.closePath();
    }

    /** Puts the points into the path as a line from the first to the last. */
    void traceLine(GraphicsContext g) {
        if (size < 2) {
            return;
        }
        g.moveTo(x[0], y[0]);
        for (int i = 1; i < size - 1; i++) {
            corner(g, i - 1, i, i + 1);
        }
        g.lineTo(x[size - 1], y[size - 1]);
    }

    private boolean near(double px, double py, int i) {
        return Math.abs(px - x[i]) + Math.abs(py - y[i]) < LEAST_STEP;
    }

    private void corner(GraphicsContext g, int before, int at, int after) {
        double fromX = x[before] - x[at];
        double fromY = y[before] - y[at];
        double toX = x[after] - x[at];
        double toY = y[after] - y[at];
        double in = reach(fromX, fromY);
        double out = reach(toX, toY);
        g.lineTo(x[at] + fromX * in, y[at] + fromY * in);
        g.quadraticCurveTo(x[at], y[at], x[at] + toX * out, y[at] + toY * out);
    }

    private static double reach(double dx, double dy) {
        return Math.min(0.5, ROUNDING / Math.hypot(dx, dy));
    }
}
