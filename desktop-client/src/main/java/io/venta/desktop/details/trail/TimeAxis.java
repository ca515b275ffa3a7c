package io.venta.desktop.details.trail;

import io.venta.desktop.fx.Moments;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.chart.ValueAxis;

/** Seconds since 1970 as local times, with a mark at every quarter of an hour. */
final class TimeAxis extends ValueAxis<Number> {

    private static final long QUARTER = 900;

    private final Moments moments;

    TimeAxis(Moments moments) {
        this.moments = moments;
        setAutoRanging(false);
        setAnimated(false);
        setMinorTickVisible(false);
    }

    void setRange(Instant start, Instant end) {
        setRange(new Range(SpeedCurve.seconds(start), SpeedCurve.seconds(end)), false);
        requestAxisLayout();
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        Range hour = (Range) range;
        long first = (long) Math.ceil(hour.lower() / QUARTER);
        long last = (long) Math.floor(hour.upper() / QUARTER);
        return LongStream.rangeClosed(first, last).<Number>mapToObj(i -> i * QUARTER).toList();
    }

    @Override
    protected List<Number> calculateMinorTickMarks() {
        return List.of();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        return moments.minute(Instant.ofEpochSecond(value.longValue()));
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        Range hour = (Range) range;
        setLowerBound(hour.lower());
        setUpperBound(hour.upper());
    }

    @Override
    protected Object getRange() {
        return new Range(getLowerBound(), getUpperBound());
    }

    private record Range(double lower, double upper) {}
}
