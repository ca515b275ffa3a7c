package io.venta.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Buttons side by side of which always one is chosen.
 *
 * @param <E> what is chosen
 */
public final class Segments<E> extends HBox {

    private final List<Runnable> captions = new ArrayList<>();

    /**
     * @param values at least two
     * @param chosen one of them
     * @param ids of the buttons
     * @param words on the buttons; asked again by {@link #rename}
     */
    public Segments(
            List<E> values,
            Property<E> chosen,
            Function<E, String> ids,
            Function<E, String> words) {
        getStyleClass().add("segments");
        for (E value : values) {
            ToggleButton button = new ToggleButton();
            button.setId(ids.apply(value));
            button.setPrefWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> chosen.setValue(value));
            InvalidationListener show =
                    change -> button.setSelected(value.equals(chosen.getValue()));
            chosen.addListener(show);
            button.selectedProperty().addListener(show);
            show.invalidated(chosen);
            captions.add(() -> button.setText(words.apply(value)));
            button.getStyleClass().add("center-pill");
            getChildren().add(button);
        }
        getChildren().getFirst().getStyleClass().setAll("toggle-button", "left-pill");
        getChildren().getLast().getStyleClass().setAll("toggle-button", "right-pill");
        rename();
    }

    /** What is on the buttons may have changed. */
    public void rename() {
        captions.forEach(Runnable::run);
    }
}
