package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keys, on a card over everything; any click or Esc takes it away. */
final class HelpView extends StackPane {

    private static final String[] TOPICS = {
        "search", "arrows", "centre", "follow", "fit", "zoom", "people", "news", "back", "help"
    };

    HelpView() {
        getStyleClass().add("help");
        setId("help-card");
        setVisible(false);
        GridPane keys = new GridPane();
        keys.getStyleClass().add("help-keys");
        for (int row = 0; row < TOPICS.length; row++) {
            Label key = new Label(text("help." + TOPICS[row] + ".key"));
            key.getStyleClass().add("key");
            keys.addRow(row, new StackPane(key), new Label(text("help." + TOPICS[row])));
        }
        Label title = new Label(text("help.title"));
        title.getStyleClass().add("help-title");
        VBox card = new VBox(title, keys);
        card.getStyleClass().add("help-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> setVisible(false));
    }

    void toggle() {
        setVisible(!isVisible());
    }
}
