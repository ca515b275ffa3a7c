package io.venta.desktop.fleet;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A state as on the map: told by shape and colour, an alert by a halo. */
final class StateMark extends StackPane {

    private final Region mark = new Region();
    private final Region halo = new Region();

    StateMark() {
        getStyleClass().add("mark-slot");
        halo.getStyleClass().add("mark-halo");
        halo.setVisible(false);
        getChildren().addAll(halo, mark);
    }

    void show(StateValue state) {
        mark.getStyleClass().setAll("mark", "mark-" + state.status().key());
        mark.setRotate(state.turn());
        halo.setVisible(state.alerted());
    }
}
