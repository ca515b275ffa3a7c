package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A slider over the hour, under the chart's time axis. Its thumb is always at a fix; at its right
 * end it is live.
 */
final class Scrubber extends Slider {

    private static final Duration PAGE = Duration.ofMinutes(5);
    private static final double WHOLE = Trail.SPAN.toMillis() / 1_000.0;
    private static final double THUMB = 14;

    private final TrailViewModel hour;
    private final ScrubViewModel model;
    private final Map<KeyCode, Runnable> keys;
    private boolean following;

    Scrubber(TrailViewModel hour, ScrubViewModel model) {
        super(0, WHOLE, WHOLE);
        this.hour = hour;
        this.model = model;
        keys =
                Map.of(
                        KeyCode.LEFT, () -> model.step(-1),
                        KeyCode.RIGHT, () -> model.step(1),
                        KeyCode.PAGE_DOWN, () -> model.step(PAGE.negated()),
                        KeyCode.PAGE_UP, () -> model.step(PAGE),
                        KeyCode.HOME, model::toOldest,
                        KeyCode.END, model::toLive);
        getStyleClass().add("scrubber");
        setId("scrubber");
        // The thumb's middle goes from one end of the plot to the other.
        setPadding(
                new Insets(
                        0,
                        SpeedChart.RIGHT_INSET - THUMB / 2,
                        0,
                        SpeedChart.AXIS_WIDTH - THUMB / 2));
        addEventFilter(KeyEvent.ANY, this::press);
        valueProperty().addListener((property, before, now) -> slide(now.doubleValue()));
        model.scrubbedProperty().addListener((property, before, now) -> follow());
        hour.nowProperty().addListener((property, before, now) -> follow());
        hour.trailProperty().addListener((property, before, now) -> follow());
        follow();
    }

    private void press(KeyEvent event) {
        Runnable command = keys.get(event.getCode());
        if (command != null && !event.isShortcutDown() && !event.isAltDown()) {
            if (event.getEventType() == KeyEvent.KEY_PRESSED) {
                command.run();
            }
            event.consume();
        }
    }

    private void slide(double second) {
        if (!following) {
            Instant moment = hour.start().plusMillis(Math.round(second * 1_000));
            model.to(moment);
            follow();
        }
    }

    private void follow() {
        Fix fix = model.scrubbedProperty().get();
        following = true;
        setValue(fix == null ? getMax() : secondsIn(fix));
        following = false;
        setDisable(hour.trailProperty().get().last() == null);
        setAccessibleText(
                text("trail.scrubber", fix == null ? text("trail.now") : model.words(fix)));
    }

    private double secondsIn(Fix fix) {
        return Duration.between(hour.start(), fix.timestamp()).toMillis() / 1_000.0;
    }
}
