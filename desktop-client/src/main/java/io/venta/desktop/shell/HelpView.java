package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keys, on a card over everything; any click or Esc takes it away. */
final class HelpView extends StackPane {

    private static final double COLUMNS_FROM = 720;

    private final FlowPane groups = new FlowPane(Orientation.HORIZONTAL);

    HelpView() {
        getStyleClass().add("help");
        setId("help-card");
        setVisible(false);
        groups.getStyleClass().add("help-groups");
        groups.prefWrapLengthProperty()
                .bind(widthProperty().map(w -> w.doubleValue() < COLUMNS_FROM ? 320 : 656));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Label title = new Label(text("help.title"));
        title.getStyleClass().add("help-title");
        VBox card = new VBox(title, scroll);
        card.getStyleClass().add("help-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> setVisible(false));
    }

    /** Fills the card. */
    void list(ShortcutTable table) {
        for (Shortcut.Group group : Shortcut.Group.values()) {
            groups.getChildren()
                    .add(
                            group(
                                    group.title(),
                                    table.rows().stream()
                                            .filter(row -> row.group() == group)
                                            .toList()));
        }
    }

    void toggle() {
        setVisible(!isVisible());
    }

    private static VBox group(String title, List<Shortcut> shortcuts) {
        Label head = new Label(title);
        head.getStyleClass().add("help-group-title");
        GridPane keys = new GridPane();
        keys.getStyleClass().add("help-keys");
        for (Shortcut shortcut : shortcuts) {
            Label key = new Label(shortcut.label());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            Label words = new Label(shortcut.words());
            words.setWrapText(true);
            StackPane slot = new StackPane(key);
            slot.getStyleClass().add("help-key-slot");
            keys.addRow(keys.getRowCount(), slot, words);
        }
        VBox box = new VBox(head, keys);
        box.getStyleClass().add("help-group");
        return box;
    }
}
