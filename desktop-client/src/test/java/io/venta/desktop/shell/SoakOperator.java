package io.venta.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * Somebody who uses the desktop all day: selects, zooms, pans, follows, searches, opens and closes
 * what can be opened, changes the theme. What comes when is chance, the same with the same seed.
 * JavaFX thread only.
 */
final class SoakOperator {

    private static final int STEPS_BACK = 6;
    private static final int THEME_LIGHT = 1;
    private static final int ZOOMS = 19;
    private static final double WIDE = 1;
    private static final double LEFT_OF_DRAWERS = 0.5;

    private final Scene scene;
    private final Random random;
    private final Robot robot = new Robot();
    private final List<Runnable> habits =
            List.of(
                    this::pickRow,
                    this::pickRow,
                    this::pickOnMap,
                    this::wheel,
                    this::wheel,
                    this::drag,
                    () -> press(KeyCode.ENTER),
                    () -> type("f"),
                    () -> type("0"),
                    () -> type("+"),
                    () -> type("-"),
                    this::search,
                    this::search,
                    this::toggle,
                    this::toggle,
                    this::toggle,
                    () -> type("?"),
                    this::changeTheme,
                    () -> press(KeyCode.ESCAPE),
                    () -> press(KeyCode.ESCAPE));

    SoakOperator(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
    }

    /** Does one thing. */
    void act() {
        habits.get(random.nextInt(habits.size())).run();
    }

    /**
     * Shows what is loaded when it is first seen: the map at every zoom, each drawer, both themes.
     */
    List<Runnable> rounds() {
        List<Runnable> all = new ArrayList<>();
        IntStream.range(0, ZOOMS).forEach(i -> all.add(() -> type("-")));
        IntStream.range(0, ZOOMS).forEach(i -> all.add(() -> type("+")));
        themes().forEach(theme -> all.add(theme::fire));
        drawers().forEach(drawer -> all.add(drawer::fire));
        all.add(this::rest);
        return all;
    }

    /** Leaves all as it was in the beginning, so that samples are alike. */
    void rest() {
        for (int i = 0; i < STEPS_BACK; i++) {
            press(KeyCode.ESCAPE);
        }
        searchFor("");
        themes().stream().skip(THEME_LIGHT).findFirst().ifPresent(MenuItem::fire);
        type("0");
        scene.getRoot().lookupAll("#map").forEach(Node::requestFocus);
    }

    /** How many nodes there are, in all windows. */
    static int nodes() {
        return Window.getWindows().stream()
                .mapToInt(window -> count(window.getScene().getRoot()))
                .sum();
    }

    private static int count(Node node) {
        return node instanceof Parent parent
                ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(SoakOperator::count).sum()
                : 1;
    }

    private void pickRow() {
        if (goTo("#vendors", WIDE)) {
            robot.mouseClick(MouseButton.PRIMARY);
        }
    }

    private void pickOnMap() {
        if (goToMap()) {
            robot.mouseClick(MouseButton.PRIMARY);
        }
    }

    /** Not to where drawers lie: a click there may leave a rule behind, and alerts for good. */
    private boolean goToMap() {
        return goTo("#map", LEFT_OF_DRAWERS);
    }

    private void wheel() {
        if (goToMap()) {
            robot.mouseWheel(random.nextInt(7) - 3);
        }
    }

    private void drag() {
        if (goToMap()) {
            robot.mousePress(MouseButton.PRIMARY);
            for (int i = 0; i < 5; i++) {
                Point2D at = robot.getMousePosition();
                robot.mouseMove(at.add(random.nextInt(40) - 20, random.nextInt(40) - 20));
            }
            robot.mouseRelease(MouseButton.PRIMARY);
        }
    }

    /**
     * Moves the mouse to somewhere in a node; false where that is not in sight.
     *
     * @param share of its width, from the left
     */
    private boolean goTo(String selector, double share) {
        Node node = scene.getRoot().lookup(selector);
        Bounds at = node == null ? null : node.localToScreen(node.getLayoutBounds());
        if (at == null || at.getWidth() < 1) {
            return false;
        }
        robot.mouseMove(
                at.getMinX() + (0.1 + (share - 0.2) * random.nextDouble()) * at.getWidth(),
                at.getMinY() + (0.1 + 0.8 * random.nextDouble()) * at.getHeight());
        return true;
    }

    private void search() {
        searchFor(random.nextBoolean() ? "" : Integer.toString(random.nextInt(100)));
    }

    private void searchFor(String words) {
        if (scene.getRoot().lookup("#search") instanceof TextInputControl field) {
            field.setText(words);
        }
    }

    /** Opens or closes one of the drawers that have a button in the status line. */
    private void toggle() {
        List<Button> buttons = drawers();
        if (!buttons.isEmpty()) {
            buttons.get(random.nextInt(buttons.size())).fire();
        }
    }

    private List<Button> drawers() {
        return scene.getRoot().lookupAll(".status-toggle").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private void changeTheme() {
        List<MenuItem> themes = themes();
        if (!themes.isEmpty()) {
            themes.get(random.nextInt(themes.size())).fire();
        }
    }

    private List<MenuItem> themes() {
        return scene.getRoot().lookup("#menu") instanceof MenuButton menu
                ? new ArrayList<>(
                        menu.getItems().stream().filter(RadioMenuItem.class::isInstance).toList())
                : List.of();
    }

    private void type(String key) {
        scene.getRoot().lookupAll("#map").forEach(Node::requestFocus);
        fire(KeyEvent.KEY_TYPED, key, KeyCode.UNDEFINED);
    }

    private void press(KeyCode code) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String words, KeyCode code) {
        Node at =
                Stream.of(scene.getFocusOwner(), scene.getRoot())
                        .filter(n -> n != null)
                        .findFirst()
                        .orElseThrow();
        Event.fireEvent(at, new KeyEvent(type, words, "", code, false, false, false, false));
    }
}
