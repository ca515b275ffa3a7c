package io.venta.desktop.shell;

import static org.awaitility.Awaitility.await;

import io.venta.desktop.map.ground.BaseMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window with forty staged vendors, as large and as much enlarged as a test wants it. */
abstract class StagedWindow extends FxRobot {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int VENDORS = 40;

    private static StagedFleet fleet;
    private static BaseMap outlines;

    private final Zoom zoom = new Zoom();

    @SuppressWarnings("NullAway.Init") // Set as the window shows.
    Staging staging;

    Stage window;

    @BeforeAll
    static void load() throws Exception {
        FxToolkit.registerPrimaryStage();
        fleet = StagedFleet.load();
        outlines = BaseMap.load();
    }

    @BeforeEach
    void open() throws Exception {
        window = FxToolkit.setupStage(this::show);
        play(stage -> stage.fleet(VENDORS), Staging::people);
        await().atMost(PATIENCE)
                .until(() -> onFx(() -> staging.model().vendors().all().size() == VENDORS));
        play(stage -> stage.pass(1));
    }

    @AfterEach
    void close() {
        interact(staging::close);
    }

    private void show(Stage stage) {
        Theme theme = new Theme();
        staging = new Staging(fleet, outlines, theme);
        ZoomedPane root = new ZoomedPane(zoom);
        root.content().getChildren().add(staging.root());
        Scene scene = new Scene(root, 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /** Does these things, one after the other. */
    @SafeVarargs
    final void play(Consumer<Staging>... steps) {
        for (Consumer<Staging> step : steps) {
            interact(() -> step.accept(staging));
        }
    }

    final void resize(double width, double factor) {
        interact(
                () -> {
                    window.setWidth(width);
                    window.setHeight(480);
                    zoom.factorProperty().set(factor);
                });
    }

    /** What is asked once all has its place. */
    final <T> T laidOut(Callable<T> question) {
        return onFx(
                () -> {
                    window.getScene().getRoot().applyCss();
                    window.getScene().getRoot().layout();
                    return question.call();
                });
    }

    final List<Boolean> shown(String... selectors) {
        return laidOut(() -> Stream.of(selectors).map(s -> isSeen(lookup(s).query())).toList());
    }

    static boolean isSeen(Node node) {
        Node at = node;
        while (at.isVisible() && at.getParent() != null) {
            at = at.getParent();
        }
        return at.isVisible() && node.getLayoutBounds().getWidth() > 0;
    }

    static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }
}
