package io.venta.desktop.shell;

import java.util.List;

/**
 * How a figure goes over time: the slope of the straight line with the least squares.
 *
 * @param perMinute how much more it becomes in a minute
 */
record Trend(double perMinute) {

    /**
     * A figure at a moment.
     *
     * @param minutes since the start
     * @param value the figure
     */
    record Point(double minutes, double value) {}

    /** The trend of points, of which there must be two moments at least. */
    static Trend of(List<Point> points) {
        double middle = points.stream().mapToDouble(Point::minutes).average().orElseThrow();
        double mean = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double spread = 0;
        double common = 0;
        for (Point point : points) {
            double away = point.minutes() - middle;
            spread += away * away;
            common += away * (point.value() - mean);
        }
        if (spread == 0) {
            throw new IllegalArgumentException("No trend at a single moment");
        }
        return new Trend(common / spread);
    }

    /** Whether it does not grow by more than so much a minute; that it shrinks is no harm. */
    boolean isFlat(double most) {
        return perMinute <= most;
    }
}
