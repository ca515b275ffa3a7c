package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.details.trail.SpeedCurve.Point;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.vendor.Fix;
import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * Speeds of an hour as a curve with gaps and the area under it. It takes axes, grid and layout from
 * JavaFX's charts, but draws its curve by itself: a chart's own series has no gaps, and would need
 * nodes for each line. This one has the same few nodes whatever it shows, and never animates.
 */
final class SpeedChart extends XYChart<Number, Number> {

    /** So that the slider beside it can lie under its plot. */
    static final double AXIS_WIDTH = 32;

    static final double RIGHT_INSET = 14;

    private static final double LEAST_KMH = 20;

    private final TimeAxis time;
    private final NumberAxis speed;
    private final Path area = new Path();
    private final Path line = new Path();
    private final Line cursor = new Line();
    private final Circle dot = new Circle(4);
    private SpeedCurve curve = new SpeedCurve(List.of(), 0);
    private @Nullable Fix marked;

    SpeedChart(Moments moments) {
        this(new TimeAxis(moments), new NumberAxis(0, LEAST_KMH, LEAST_KMH / 2));
    }

    private SpeedChart(TimeAxis time, NumberAxis speed) {
        super(time, speed);
        this.time = time;
        this.speed = speed;
        getStyleClass().add("speed-chart");
        setId("speed-chart");
        setMinSize(0, 0);
        setAnimated(false);
        setLegendVisible(false);
        setVerticalGridLinesVisible(false);
        setVerticalZeroLineVisible(false);
        setHorizontalZeroLineVisible(false);
        speed.setAnimated(false);
        speed.setMinorTickVisible(false);
        speed.setMinWidth(AXIS_WIDTH);
        speed.setPrefWidth(AXIS_WIDTH);
        speed.setMaxWidth(AXIS_WIDTH);
        area.getStyleClass().add("speed-area");
        line.getStyleClass().add("speed-line");
        cursor.getStyleClass().add("speed-cursor");
        dot.getStyleClass().add("speed-dot");
        getPlotChildren().addAll(area, line, cursor, dot);
        setData(FXCollections.observableArrayList());
    }

    void show(SpeedCurve next, Instant start, Instant end) {
        curve = next;
        double top = roundUp(next.highest());
        speed.setUpperBound(top);
        speed.setTickUnit(top / 2);
        time.setRange(start, end);
        setAccessibleText(text("trail.accessible", Math.round(next.highest())));
        requestChartLayout();
    }

    /** Marks a fix; null for none. */
    void mark(@Nullable Fix fix) {
        marked = fix;
        requestChartLayout();
    }

    /** How wide the hour is, in pixels; 0 before the first layout. */
    double plotWidth() {
        return time.getWidth();
    }

    /** Which moment lies under the mouse. */
    Instant momentAt(MouseEvent event) {
        double x = time.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        double second = time.getValueForDisplay(x).doubleValue();
        return Instant.ofEpochMilli(Math.round(second * 1_000));
    }

    /** A bound that halves to whole tens, a tenth above the highest. */
    private static double roundUp(double highest) {
        double step = highest > 180 ? 100 : LEAST_KMH;
        return Math.max(LEAST_KMH, Math.ceil(highest * 1.1 / step) * step);
    }

    @Override
    protected void layoutPlotChildren() {
        double bottom = speed.getHeight();
        line.getElements().clear();
        area.getElements().clear();
        for (List<Point> each : curve.lines()) {
            double from = x(each.getFirst().second());
            line.getElements().add(new MoveTo(from, y(each.getFirst().kmh())));
            area.getElements().add(new MoveTo(from, bottom));
            for (Point point : each) {
                LineTo to = new LineTo(x(point.second()), y(point.kmh()));
                line.getElements().add(to);
                area.getElements().add(new LineTo(to.getX(), to.getY()));
            }
            area.getElements().add(new LineTo(x(each.getLast().second()), bottom));
            area.getElements().add(new ClosePath());
        }
        place(marked);
    }

    private void place(@Nullable Fix fix) {
        cursor.setVisible(fix != null);
        dot.setVisible(fix != null);
        if (fix != null) {
            double x = Math.rint(x(SpeedCurve.seconds(fix.timestamp()))) + 0.5;
            cursor.setStartX(x);
            cursor.setEndX(x);
            cursor.setEndY(speed.getHeight());
            dot.setCenterX(x);
            dot.setCenterY(y(fix.speed() * 3.6));
        }
    }

    private double x(double second) {
        return time.getDisplayPosition(second);
    }

    private double y(double kmh) {
        return speed.getDisplayPosition(kmh);
    }

    // It has no series of its own.

    @Override
    protected void dataItemAdded(
            Series<Number, Number> series, int index, Data<Number, Number> item) {}

    @Override
    protected void dataItemRemoved(Data<Number, Number> item, Series<Number, Number> series) {}

    @Override
    protected void dataItemChanged(Data<Number, Number> item) {}

    @Override
    protected void seriesAdded(Series<Number, Number> series, int index) {}

    @Override
    protected void seriesRemoved(Series<Number, Number> series) {}
}
