package io.venta.desktop.shell;

import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.CssColours;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The latencies of the last minutes as a line, the newest at the right; what was lost as a bar from
 * top to bottom, and nothing where nothing was asked. Small it is a line alone, large it has a
 * scale. JavaFX thread only.
 */
final class LatencyChart extends Region {

    /** What is further apart is not joined. */
    private static final Duration GAP = Duration.ofSeconds(16);

    private static final Duration SLOW = ConnectionStatus.SLOW;
    private static final double LEAST_SCALE = 100;
    private static final double LEFT = 60;
    private static final double BOTTOM = 18;

    private final boolean withScale;
    private final Canvas canvas = new Canvas();
    private final Region probe = new Region();
    private final CssColours css = new CssColours(probe);
    private @Nullable QualityReport report;
    private Instant now = Instant.EPOCH;

    /** Room for the line. */
    private record Plot(double left, double top, double width, double height, double scale) {

        double x(Instant moment, Instant now) {
            double age = Duration.between(moment, now).toMillis();
            return left + width * (1 - age / QualityReport.REACH.toMillis());
        }

        double y(double millis) {
            return top + height * (1 - Math.min(millis / scale, 1));
        }

        double y(Duration latency) {
            return y((double) latency.toMillis());
        }
    }

    LatencyChart(boolean withScale) {
        this.withScale = withScale;
        // Seen by nobody for its size; what is not visible would keep the colours of the old theme.
        probe.setManaged(false);
        getChildren().addAll(canvas, probe);
        getStyleClass().add(withScale ? "latency-chart" : "sparkline");
        setMouseTransparent(true);
    }

    void show(QualityReport shown, Instant at) {
        report = shown;
        now = at;
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        QualityReport shown = report;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (shown == null || canvas.getWidth() == 0 || getScene() == null) {
            return;
        }
        double scale = scale(shown.pings());
        Plot plot =
                withScale
                        ? new Plot(
                                LEFT,
                                6,
                                canvas.getWidth() - LEFT - 1,
                                canvas.getHeight() - 6 - BOTTOM,
                                scale)
                        : new Plot(1, 1, canvas.getWidth() - 2, canvas.getHeight() - 2, scale);
        if (withScale) {
            paintScale(g, plot);
        }
        paintLost(g, plot, shown.pings());
        paintLine(g, plot, shown.pings());
    }

    /** Round, and so high that the line keeps clear of the top. */
    static double scale(List<QualityReport.Ping> pings) {
        double most =
                pings.stream()
                        .map(QualityReport.Ping::latency)
                        .mapToDouble(latency -> latency == null ? 0 : latency.toMillis())
                        .max()
                        .orElse(0);
        double wanted = Math.max(LEAST_SCALE, most * 1.1);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double digits = wanted / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    private void paintScale(GraphicsContext g, Plot plot) {
        g.setFont(Font.font(11));
        g.setFill(css.token("-color-fg-muted"));
        g.setStroke(css.token("-color-border-muted"));
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double share : new double[] {0, 0.5, 1}) {
            double y = Math.rint(plot.y(plot.scale() * share)) + 0.5;
            g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
            String words = Ages.millis(Duration.ofMillis(Math.round(plot.scale() * share)));
            g.fillText(words, plot.left() - 6, y + 4);
        }
        double foot = canvas.getHeight() - 4;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("−" + Ages.format(QualityReport.REACH), plot.left(), foot);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(io.venta.desktop.fx.Texts.text("quality.now"), plot.left() + plot.width(), foot);
        if (plot.scale() > SLOW.toMillis()) {
            double y = Math.rint(plot.y(SLOW)) + 0.5;
            g.setStroke(css.token("-venta-waiting"));
            g.setLineDashes(4, 4);
            g.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
            g.setLineDashes();
        }
    }

    private void paintLost(GraphicsContext g, Plot plot, List<QualityReport.Ping> pings) {
        g.setFill(css.token("-venta-alert"));
        double width = withScale ? 2 : 1.5;
        for (QualityReport.Ping ping : pings) {
            double x = plot.x(ping.sentAt(), now);
            if (ping.latency() == null && x >= plot.left()) {
                g.fillRect(x - width / 2, plot.top(), width, plot.height());
            }
        }
    }

    private void paintLine(GraphicsContext g, Plot plot, List<QualityReport.Ping> pings) {
        Color good = css.token("-venta-live");
        Color slow = css.token("-venta-waiting");
        g.setLineWidth(1.5);
        QualityReport.Ping before = null;
        for (QualityReport.Ping ping : pings) {
            Duration latency = ping.latency();
            if (latency == null) {
                before = null;
                continue;
            }
            double x = plot.x(ping.sentAt(), now);
            double y = plot.y(latency);
            g.setStroke(latency.compareTo(SLOW) > 0 ? slow : good);
            g.setFill(g.getStroke());
            if (before != null && before.latency() != null && joined(before, ping)) {
                g.strokeLine(
                        Math.max(plot.left(), plot.x(before.sentAt(), now)),
                        plot.y(before.latency()),
                        x,
                        y);
            } else {
                g.fillOval(x - 1, y - 1, 2, 2);
            }
            before = ping;
        }
    }

    private static boolean joined(QualityReport.Ping one, QualityReport.Ping next) {
        return Duration.between(one.sentAt(), next.sentAt()).compareTo(GAP) <= 0;
    }
}
