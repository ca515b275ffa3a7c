package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks before something is lost that the user did and the server does not have. */
final class LeaveQuestion extends StackPane {

    private final ConnectionViewModel model;
    private final Label title = new Label();
    private final Button stay = new Button(text("leave.stay"));
    private final Button go = new Button(text("leave.go"));

    LeaveQuestion(ConnectionViewModel model) {
        this.model = model;
        getStyleClass().add("help");
        setId("leave-question");
        setVisible(false);
        title.getStyleClass().add("help-title");
        Label hint = new Label(text("leave.hint"));
        hint.setWrapText(true);
        stay.setId("leave-stay");
        stay.defaultButtonProperty().bind(visibleProperty());
        stay.setOnAction(event -> setVisible(false));
        go.setId("leave-go");
        HBox buttons = new HBox(go, stay);
        buttons.getStyleClass().add("leave-buttons");
        VBox card = new VBox(title, hint, buttons);
        card.getStyleClass().addAll("help-card", "leave-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(KeyEvent.ANY, this::typed);
    }

    /**
     * Leaves at once where nothing would be lost, else when the user says so.
     *
     * @return whether it left
     */
    boolean ask(Runnable leave) {
        long unsent = model.unsent();
        if (unsent == 0) {
            leave.run();
            return true;
        }
        title.setText(text("leave.title", unsent));
        go.setOnAction(event -> leave.run());
        setVisible(true);
        toFront();
        stay.requestFocus();
        return false;
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            setVisible(false);
        }
        if (event.getCode() != KeyCode.ENTER) {
            event.consume();
        }
    }
}
