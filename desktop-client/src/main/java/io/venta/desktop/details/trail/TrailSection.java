package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.details.trail.TrailViewModel.State;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.fx.RowLine;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import java.time.Clock;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The last hour: its speed, the slider under it, and what they say of one moment. */
public final class TrailSection extends VBox {

    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final double ASSUMED_WIDTH = 280;

    private final TrailViewModel hour;
    private final ScrubViewModel model;
    private final SpeedChart chart;
    private final TrailSkeleton skeleton = new TrailSkeleton();
    private final Label empty = new Label();
    private final Label reading = new Label();
    private final Button live = new Button(text("trail.live"));
    private final HBox trouble;
    private @Nullable Fix hovered;

    /** Shows what {@code hour} knows and goes through it by {@code model}. */
    public TrailSection(TrailViewModel hour, ScrubViewModel model, Clock clock) {
        this.hour = hour;
        this.model = model;
        this.chart = new SpeedChart(new Moments(clock));
        this.trouble = trouble();
        getStyleClass().add("trail-section");
        setId("trail");
        Label title = new Label(text("trail.title"));
        title.getStyleClass().add("details-section");
        live.setId("live");
        live.getStyleClass().addAll("small", "trail-live");
        live.setTooltip(new Tooltip(text("trail.live.hint")));
        live.setOnAction(event -> model.toLive());
        empty.setId("trail-empty");
        empty.getStyleClass().add("quiet-hint");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        reading.setId("reading");
        reading.getStyleClass().add("trail-reading");
        StackPane plot = new StackPane(chart, skeleton, empty);
        plot.getStyleClass().add("trail-plot");
        RowLine head = new RowLine(title, live);
        head.getStyleClass().add("trail-head");
        getChildren().addAll(head, plot, new Scrubber(hour, model), reading, trouble);
        listen();
        redraw();
        read();
    }

    private void listen() {
        hour.nowProperty().addListener(change -> redraw());
        hour.stateProperty().addListener(change -> redraw());
        model.scrubbedProperty().addListener(change -> read());
        chart.setOnMouseMoved(this::hover);
        chart.setOnMouseExited(event -> look(null));
        chart.setOnMousePressed(event -> model.to(chart.momentAt(event)));
        chart.setOnMouseDragged(event -> model.to(chart.momentAt(event)));
    }

    private HBox trouble() {
        Label words = new Label();
        words.setId("trail-failure");
        words.getStyleClass().add("quiet-hint");
        words.setWrapText(true);
        words.textProperty().bind(hour.failureProperty());
        Hyperlink again = new Hyperlink(text("trail.again"));
        again.setId("trail-again");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> hour.retry());
        HBox box = new RowLine(words, again);
        box.visibleProperty().bind(hour.failureProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void hover(MouseEvent event) {
        look(model.nearest(chart.momentAt(event)));
    }

    private void look(@Nullable Fix fix) {
        hovered = fix;
        read();
    }

    /** Once a second, and when the server has answered. */
    private void redraw() {
        Trail trail = hour.trailProperty().get();
        double width = chart.plotWidth() > 0 ? chart.plotWidth() : ASSUMED_WIDTH;
        chart.show(SpeedCurve.of(trail, width), hour.start(), hour.end());
        State state = hour.stateProperty().get();
        skeleton.show(state == State.LOADING, trail.fixes().size() > 1);
        empty.setVisible(state != State.LOADING && trail.last() == null);
        empty.setText(text(state == State.FAILED ? "trail.unknown" : "trail.empty"));
        read();
    }

    private void read() {
        Fix scrubbed = model.scrubbedProperty().get();
        Fix fix = hovered == null ? scrubbed : hovered;
        chart.mark(fix);
        live.setVisible(scrubbed != null);
        reading.setText(fix == null ? hint() : model.words(fix));
        reading.pseudoClassStateChanged(HINT, fix == null);
    }

    private String hint() {
        return hour.trailProperty().get().last() == null ? "" : text("trail.hint");
    }
}
