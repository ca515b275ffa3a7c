package io.venta.desktop.map;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The buttons over the map's corner: zoom, fit, follow. */
final class MapControls extends VBox {

    MapControls(MapViewModel model) {
        getStyleClass().add("map-controls");
        setPickOnBounds(false);
        ToggleButton follow = new ToggleButton();
        dress(follow, "follow", "map.follow");
        follow.disableProperty().bind(model.selectedProperty().isNull());
        follow.selectedProperty().bindBidirectional(model.followingProperty());
        getChildren()
                .addAll(
                        button("zoom-in", "map.zoom-in", () -> model.zoomBy(1)),
                        button("zoom-out", "map.zoom-out", () -> model.zoomBy(-1)),
                        button("fit", "map.fit", model::fitAll),
                        follow,
                        button("goto", "map.goto", model.goTo()::toggle));
    }

    private static Button button(String icon, String key, Runnable command) {
        Button button = new Button();
        dress(button, icon, key);
        button.setOnAction(event -> command.run());
        return button;
    }

    private static void dress(javafx.scene.control.ButtonBase button, String icon, String key) {
        Region shape = new Region();
        shape.getStyleClass().addAll("icon", "icon-" + icon);
        button.setGraphic(shape);
        button.setId("map-" + icon);
        button.setFocusTraversable(false);
        button.setAccessibleText(text(key));
        button.setTooltip(new Tooltip(text(key)));
        button.getStyleClass().add("map-button");
    }
}
