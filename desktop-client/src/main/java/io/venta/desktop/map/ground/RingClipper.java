package io.venta.desktop.map.ground;

/**
 * Cuts closed rings down to a rectangle (Sutherland and Hodgman), so that a continent's coast costs
 * no more than the part in view. The result may run along the rectangle's edges, which therefore
 * lie outside the picture. Reuses its buffers: one thread.
 */
final class RingClipper {

    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;
    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private double[] nextX = new double[1024];
    private double[] nextY = new double[1024];
    private int size;
    private int nextSize;

    RingClipper(double minX, double minY, double maxX, double maxY) {
        this.minX = minX;
        this.minY = minY;
        this.maxX = maxX;
        this.maxY = maxY;
    }

    void start() {
        size = 0;
    }

    void add(double px, double py) {
        if (size == x.length) {
            x = java.util.Arrays.copyOf(x, size * 2);
            y = java.util.Arrays.copyOf(y, size * 2);
        }
        x[size] = px;
        y[size] = py;
        size++;
    }

    /** Cuts at all four sides; afterwards {@link #x}, {@link #y} hold what is left. */
    int clip() {
        for (int side = 0; side < 4 && size > 0; side++) {
            cut(side);
        }
        return size;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    private void cut(int side) {
        nextSize = 0;
        double fromX = x[size - 1];
        double fromY = y[size - 1];
        double from = inside(side, fromX, fromY);
        for (int i = 0; i < size; i++) {
            double to = inside(side, x[i], y[i]);
            if (from < 0 != to < 0) {
                double t = from / (from - to);
                emit(fromX + t * (x[i] - fromX), fromY + t * (y[i] - fromY));
            }
            if (to >= 0) {
                emit(x[i], y[i]);
            }
            fromX = x[i];
            fromY = y[i];
            from = to;
        }
        swap();
    }

    /** How far inside a side a point lies; negative outside. */
    private double inside(int side, double px, double py) {
        return switch (side) {
            case 0 -> px - minX;
            case 1 -> maxX - px;
            case 2 -> py - minY;
            default -> maxY - py;
        };
    }

    private void emit(double px, double py) {
        if (nextSize == nextX.length) {
            nextX = java.util.Arrays.copyOf(nextX, nextSize * 2);
            nextY = java.util.Arrays.copyOf(nextY, nextSize * 2);
        }
        nextX[nextSize] = px;
        nextY[nextSize] = py;
        nextSize++;
    }

    private void swap() {
        double[] oldX = x;
        double[] oldY = y;
        x = nextX;
        y = nextY;
        nextX = oldX;
        nextY = oldY;
        size = nextSize;
    }
}
