package io.venta.desktop.fx;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A view alone in a window, in the product's light colours. JavaFX thread only. */
public final class LightStage {

    private static final String COLOURS = "/io/venta/desktop/venta.css";

    private LightStage() {}

    /** Shows it at the screen's corner. */
    public static void show(Stage stage, Parent view, double width, double height) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(view, width, height);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(LightStage.class.getResource(COLOURS))
                                .toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }
}
