package io.venta.desktop.shell;

import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Cards that stand on the status line, each above what opens it, one at a time. A click elsewhere
 * or Esc takes them away. JavaFX thread only.
 */
final class StatusCards {

    private static final double LINE = 28;
    private static final double GAP = 8;

    private final StackPane stage;
    private @Nullable Region open;
    private @Nullable Node opener;

    /** Cards over {@code stage}, at whose foot the status line is. */
    StatusCards(StackPane stage) {
        this.stage = stage;
        stage.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** Has {@code owner} open {@code card} and close it. */
    void add(Region card) {
        card.getStyleClass().add("status-card");
        card.setVisible(false);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.BOTTOM_LEFT);
        stage.getChildren().add(card);
    }

    void toggle(Region card, Node owner) {
        boolean is = card == open;
        close();
        if (!is) {
            card.setVisible(true);
            card.applyCss();
            double most = stage.getWidth() - card.prefWidth(-1) - GAP;
            double at = stage.sceneToLocal(owner.localToScene(0, 0)).getX();
            double left = Math.max(GAP, Math.min(at, most));
            StackPane.setMargin(card, new Insets(GAP, GAP, LINE + GAP, left));
            card.toFront();
            card.requestFocus();
            open = card;
            opener = owner;
        }
    }

    /** Takes a card away where it is the one that is open. */
    void close(Region card) {
        if (card == open) {
            close();
        }
    }

    private void close() {
        Region card = open;
        Node owner = opener;
        open = null;
        if (card != null && owner != null) {
            owner.requestFocus();
            card.setVisible(false);
        }
    }

    private void pressed(MouseEvent event) {
        if (open != null && !isIn(event.getTarget(), open) && !isIn(event.getTarget(), opener)) {
            close();
        }
    }

    private void typed(KeyEvent event) {
        if (open != null && event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private static boolean isIn(EventTarget target, @Nullable Node ancestor) {
        Node node = target instanceof Node first ? first : null;
        while (node != null && node != ancestor) {
            node = node.getParent();
        }
        return node != null;
    }
}
