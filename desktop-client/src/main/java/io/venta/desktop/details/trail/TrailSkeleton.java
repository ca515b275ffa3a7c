package io.venta.desktop.details.trail;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** What stands in the chart's place while the server has not answered for 300 ms. */
final class TrailSkeleton extends HBox {

    private static final Duration PATIENCE = Duration.millis(300);
    private static final int BARS = 12;

    private final PauseTransition wait = new PauseTransition(PATIENCE);
    private boolean loading;

    TrailSkeleton() {
        getStyleClass().add("trail-skeleton");
        setId("trail-skeleton");
        setFillHeight(false);
        setMouseTransparent(true);
        setVisible(false);
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("trail-skeleton-bar");
            bar.setPrefHeight(18 + 9 * (i * 5 % 7));
            bar.setMaxHeight(USE_PREF_SIZE);
            getChildren().add(bar);
        }
        wait.setOnFinished(event -> setVisible(loading));
    }

    /**
     * Called whenever something changed.
     *
     * @param now whether the server is being asked
     * @param known whether there is a curve that is better than none
     */
    void show(boolean now, boolean known) {
        if (now && !loading && !known) {
            wait.playFromStart();
        }
        loading = now;
        if (!now) {
            wait.stop();
            setVisible(false);
        }
    }
}
