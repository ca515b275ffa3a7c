package io.venta.desktop.map.place;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A small field over the map that takes coordinates. */
public final class GoToField extends VBox {

    private final TextField field = new TextField();

    /**
     * Shows {@code model} while it is open.
     *
     * @param closed called when the user is done with it
     */
    public GoToField(GoToViewModel model, Runnable closed) {
        getStyleClass().add("goto");
        setId("goto");
        field.setId("goto-field");
        field.setPromptText(text("goto.prompt"));
        field.setAccessibleText(text("goto.title"));
        field.setTooltip(new Tooltip(text("goto.hint")));
        field.textProperty().bindBidirectional(model.wordsProperty());
        field.setOnAction(event -> model.submit());
        Button go = new Button(text("goto.go"));
        go.setId("goto-go");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> model.submit());
        HBox line = new HBox(field, go);
        line.getStyleClass().add("goto-line");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label error = new Label();
        error.setId("goto-error");
        error.getStyleClass().add("goto-error");
        error.setWrapText(true);
        error.textProperty().bind(model.errorProperty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        getChildren().addAll(line, error);
        visibleProperty().bind(model.openProperty());
        model.openProperty().subscribe(open -> changed(open, closed));
        addEventHandler(InputEvent.ANY, event -> keep(event, model));
    }

    /** What happens in the field is no business of the map's under it. */
    private static void keep(InputEvent event, GoToViewModel model) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED
                && ((KeyEvent) event).getCode() == KeyCode.ESCAPE) {
            model.back();
        }
        event.consume();
    }

    private void changed(boolean open, Runnable closed) {
        if (open) {
            field.requestFocus();
            field.selectAll();
        } else if (field.isFocused()) {
            closed.run();
        }
    }
}
