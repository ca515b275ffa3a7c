package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import java.time.Duration;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The line between list and map, under the pointer. */
class FleetWidthIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MainView view;

    @BeforeEach
    void open() throws Exception {
        RecordingConnection connection = new RecordingConnection();
        connection.become(new ConnectionState.Live(null));
        view = TestWindow.open(ServerAddress.parse("localhost:1"), connection, () -> {});
    }

    @AfterEach
    void close() {
        interact(view::close);
    }

    @Test
    void isAHairThatCanBeGrabbedBesideIt() {
        Node line = lookup(".split-pane-divider").query();
        assertThat(line.getLayoutBounds().getWidth()).isEqualTo(1);
        assertThat(line.getCursor()).isEqualTo(Cursor.H_RESIZE);
        awaitReached(line, -3, true);
        awaitReached(line, -8, false);
        awaitReached(line, 0, true);
        awaitReached(line, 10, false);
        awaitReached(line, 5, true);
    }

    /** Not by the robot: without a screen its drags are told to whom the pointer is over. */
    @Test
    void givesTheListTheWidthItIsDraggedTo() {
        Region list = lookup(".fleet").query();
        double before = list.getWidth();
        Node line = lookup(".split-pane-divider").query();
        interact(
                () -> {
                    drag(line, MouseEvent.MOUSE_PRESSED, before);
                    drag(line, MouseEvent.MOUSE_DRAGGED, before + 60);
                    line.getScene().getRoot().layout();
                    drag(line, MouseEvent.MOUSE_RELEASED, before + 60);
                });
        assertThat(list.getWidth()).isCloseTo(before + 60, within(2.0));
        assertThat(view.listWidth().asListProperty().get()).isEqualTo(list.getWidth());
    }

    private static void drag(Node line, EventType<MouseEvent> type, double x) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        PickResult pick = new PickResult(line, x, 100);
        Event.fireEvent(
                line,
                new MouseEvent(
                        type,
                        x,
                        100,
                        x,
                        100,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        pick));
    }

    /** Whether the pointer, so far from the line, is on it. */
    private void awaitReached(Node line, double aside, boolean reached) {
        Bounds at = line.localToScreen(line.getLayoutBounds());
        moveTo(at.getCenterX() + aside, at.getCenterY());
        await().atMost(PATIENCE).until(() -> line.isHover() == reached);
    }
}
