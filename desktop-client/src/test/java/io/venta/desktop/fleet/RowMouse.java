package io.venta.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/**
 * A mouse over the rows. The headless platform's robot is none: its presses know of no keys that
 * are held, and count as a finger's, upon which JavaFX selects only as the finger is lifted. These
 * are the events that a real mouse makes, at whatever lies in the middle of a row, which has to be
 * within it. JavaFX thread only.
 */
final class RowMouse {

    private final Parent root;
    private final Set<KeyCode> held;

    /**
     * @param root where to look for rows
     * @param held Shift or Ctrl, while it clicks
     */
    RowMouse(Parent root, KeyCode... held) {
        this.root = root;
        this.held = Set.of(held);
    }

    /** Clicks on the row of the vendor of that name. */
    void click(String name) {
        click(row(name), MouseButton.PRIMARY, 1);
    }

    void doubleClick(String name) {
        click(name);
        click(row(name), MouseButton.PRIMARY, 2);
    }

    /** Asks for the menu. */
    void rightClick(String name) {
        rightClick(row(name));
    }

    void rightClick(Node node) {
        click(node, MouseButton.SECONDARY, 1);
    }

    private Node row(String name) {
        return root.lookupAll(".indexed-cell").stream()
                .filter(
                        node ->
                                node instanceof IndexedCell<?> cell
                                        && cell.getItem() instanceof Vendor vendor
                                        && vendor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void click(Node node, MouseButton button, int count) {
        Point2D at =
                node.localToScene(
                        node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
        Node hit = deepest(root, at);
        assertThat(ancestors(hit)).as("what lies at %s", at).contains(node);
        Point2D screen = hit.localToScreen(hit.sceneToLocal(at));
        Event.fireEvent(hit, mouse(MouseEvent.MOUSE_PRESSED, hit, at, screen, button, count));
        if (button == MouseButton.SECONDARY) {
            Event.fireEvent(
                    hit,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            at.getX(),
                            at.getY(),
                            screen.getX(),
                            screen.getY(),
                            false,
                            new PickResult(hit, at.getX(), at.getY())));
        }
        Event.fireEvent(hit, mouse(MouseEvent.MOUSE_RELEASED, hit, at, screen, button, count));
        Event.fireEvent(hit, mouse(MouseEvent.MOUSE_CLICKED, hit, at, screen, button, count));
    }

    private MouseEvent mouse(
            EventType<MouseEvent> type,
            Node hit,
            Point2D at,
            Point2D screen,
            MouseButton button,
            int count) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                screen.getX(),
                screen.getY(),
                button,
                count,
                held.contains(KeyCode.SHIFT),
                held.contains(KeyCode.CONTROL),
                false,
                false,
                down && button == MouseButton.PRIMARY,
                false,
                down && button == MouseButton.SECONDARY,
                false,
                false,
                true,
                new PickResult(hit, at.getX(), at.getY()));
    }

    private static List<Node> ancestors(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).toList();
    }

    /** What a press at a point of the scene would reach; the last child lies on top. */
    private static Node deepest(Parent parent, Point2D at) {
        for (Node child : parent.getChildrenUnmodifiable().reversed()) {
            if (child.isVisible()
                    && !child.isMouseTransparent()
                    && child.contains(child.sceneToLocal(at))) {
                return child instanceof Parent inner ? deepest(inner, at) : child;
            }
        }
        return parent;
    }
}
