package io.venta.desktop.shell;

import javafx.animation.Animation;
import javafx.animation.TranslateTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Lets a panel slide in over the right edge of what holds it, and out again. */
final class SlidingPanel {

    private static final double WIDTH = 360;
    private static final double SHARE = 0.7;
    private static final Duration TIME = Duration.millis(160);

    private final Region panel;
    private final DoubleBinding width;
    private final ObservableBooleanValue still;
    private final TranslateTransition slide;

    /**
     * @param holder what it slides over
     * @param still whether the user wants no animation
     */
    SlidingPanel(Region panel, Region holder, ObservableBooleanValue still) {
        this.panel = panel;
        this.still = still;
        width = Bindings.createDoubleBinding(() -> width(holder), holder.widthProperty());
        panel.prefWidthProperty().bind(width);
        panel.maxWidthProperty().bind(width);
        panel.setVisible(false);
        slide = new TranslateTransition(TIME, panel);
    }

    /** Keeps the panel in sight exactly while {@code open} holds. */
    DoubleBinding follow(ObservableBooleanValue open) {
        open.subscribe(this::slide);
        return Bindings.createDoubleBinding(() -> open.get() ? width.get() : 0, open, width);
    }

    private static double width(Region holder) {
        return Math.min(WIDTH, Math.rint(holder.getWidth() * SHARE));
    }

    private void slide(boolean in) {
        if (in == panel.isVisible() && slide.getStatus() != Animation.Status.RUNNING) {
            return;
        }
        slide.stop();
        slide.setFromX(panel.isVisible() ? panel.getTranslateX() : width.get());
        slide.setToX(in ? 0 : width.get());
        slide.setOnFinished(event -> panel.setVisible(in));
        panel.setVisible(true);
        slide.playFrom(still.get() ? TIME : Duration.ZERO);
    }
}
