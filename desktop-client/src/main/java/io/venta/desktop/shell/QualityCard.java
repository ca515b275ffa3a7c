package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.fx.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All about the connection: its latencies as a chart, and the facts. */
final class QualityCard extends VBox {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG);

    private final MainViewModel model;
    private final LatencyChart chart = new LatencyChart(true);
    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final Label median = fact("quality.median");
    private final Label slowest = fact("quality.slowest");
    private final Label loss = fact("quality.loss");
    private final Label heard = fact("quality.heard");
    private final Label since = fact("quality.since");
    private final Label reconnects = fact("quality.reconnects");
    private final Label server = fact("quality.server");
    private final Label node = fact("quality.node");
    private final Label session = fact("quality.session");
    private final Label fleet = fact("quality.fleet");

    QualityCard(MainViewModel model) {
        this.model = model;
        setId("quality-card");
        getStyleClass().add("quality-card");
        title.getStyleClass().add("panel-title");
        facts.getStyleClass().add("quality-facts");
        setFocusTraversable(true);
        getChildren().addAll(title, chart, facts);
        visibleProperty().subscribe(this::watch);
        model.link().qualityProperty().subscribe(report -> show(report));
        model.link().nodeProperty().subscribe(name -> put(node, name));
        model.statusProperty().subscribe(status -> title.setText(status.words()));
        put(server, model.server());
        median.setId("quality-median");
        loss.setId("quality-loss");
        session.setId("quality-session");
    }

    /** What was painted while nobody saw it is painted once somebody does. */
    private void watch(boolean is) {
        model.link().watchedProperty().set(is);
        show(model.link().qualityProperty().get());
    }

    private Label fact(String key) {
        Label name = new Label(text(key));
        name.getStyleClass().add("details-caption");
        name.setMinWidth(USE_PREF_SIZE);
        Label value = new Label();
        value.getStyleClass().add("quality-fact");
        value.setTooltip(new Tooltip());
        facts.addRow(facts.getRowCount(), name, value);
        return value;
    }

    private void show(QualityReport report) {
        Instant now = model.link().now();
        if (isVisible()) {
            chart.show(report, now);
        }
        put(median, millis(report.median()));
        put(slowest, millis(report.slowest()));
        put(loss, text("quality.loss-of", report.loss(), report.lost(), report.pings().size()));
        put(heard, report.heardAt() == null ? "" : ago(report.heardAt(), now));
        Instant connected = report.connectedSince();
        put(since, connected == null ? "" : sinceWords(connected, now));
        if (connected != null) {
            since.getTooltip().setText(FULL.format(connected.atZone(ZoneId.systemDefault())));
        }
        put(fleet, model.figures().fleet());
        put(reconnects, String.valueOf(report.reconnects()));
        put(session, report.session() == null ? "" : report.session());
        setAccessibleText(
                text(
                        "quality.accessible",
                        title.getText(),
                        median.getText(),
                        slowest.getText(),
                        loss.getText()));
    }

    private static void put(Label label, String words) {
        label.setText(words.isEmpty() ? text("details.unknown") : words);
        label.getTooltip().setText(label.getText());
    }

    private static String millis(@Nullable Duration latency) {
        return latency == null ? "" : Ages.millis(latency);
    }

    private static String ago(Instant moment, Instant now) {
        return text("quality.ago", Ages.format(Duration.between(moment, now)));
    }

    private static String sinceWords(Instant connected, Instant now) {
        return text(
                "quality.since-for",
                CLOCK.format(connected.atZone(ZoneId.systemDefault())),
                Ages.format(Duration.between(connected, now)));
    }
}
