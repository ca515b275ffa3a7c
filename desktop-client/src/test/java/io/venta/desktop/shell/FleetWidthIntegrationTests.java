package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import java.time.Duration;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
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

    /** Whether the pointer, so far from the line, is on it. */
    private void awaitReached(Node line, double aside, boolean reached) {
        Bounds at = line.localToScreen(line.getLayoutBounds());
        moveTo(at.getCenterX() + aside, at.getCenterY());
        await().atMost(PATIENCE).until(() -> line.isHover() == reached);
    }
}
