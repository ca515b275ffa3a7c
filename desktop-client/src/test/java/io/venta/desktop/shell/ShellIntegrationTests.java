package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.fleet.FleetViewModel;
import io.venta.desktop.fleet.filter.FleetSort;
import io.venta.desktop.fleet.filter.StateFilter;
import io.venta.desktop.map.projection.Viewport;
import io.venta.model.location.GeoPosition;
import io.venta.testing.ProjectFiles;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window itself: what it remembers, how large it draws, what it says of itself. */
class ShellIntegrationTests extends DesktopStage {

    @Test
    void startsAsItWasLeft() throws Exception {
        signIn();
        interact(
                () -> {
                    Stage stage = stage();
                    stage.setX(30);
                    stage.setY(40);
                    stage.setWidth(900);
                    stage.setHeight(700);
                });
        WaitForAsyncUtils.waitForFxEvents();
        choose("Dark theme");
        interact(() -> lookup(".split-pane").<SplitPane>query().setDividerPositions(0.4));
        WaitForAsyncUtils.waitForFxEvents();
        clickOn("#search");
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        WaitForAsyncUtils.waitForFxEvents();
        double width = onFx(() -> main().listWidth().asListProperty().get());
        assertThat(width).isBetween(350.0, 370.0);
        interact(() -> main().model().map().open(new GeoPosition(52.2, 21), 11));
        Viewport left = onFx(() -> main().model().map().viewport());

        FxToolkit.cleanupApplication(application);
        start();

        assertThat(onFx(() -> stage().getX())).isEqualTo(30);
        assertThat(onFx(() -> stage().getY())).isEqualTo(40);
        assertThat(onFx(() -> stage().getWidth())).isEqualTo(900);
        assertThat(onFx(() -> stage().getHeight())).isEqualTo(700);
        assertThat(onFx(() -> lookup("#server").<TextInputControl>query().getText()))
                .isEqualTo(gateway.address().toString());
        assertThat(onFx(() -> stage().getScene().getRoot().getStyleClass())).contains("dark");
        signIn();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(() -> lookup(".fleet").<Region>query().getWidth())).isEqualTo(width);
        assertThat(magnification(main())).isEqualTo(1.1);
        Viewport now = onFx(() -> main().model().map().viewport());
        assertThat(now.middle().lat()).isCloseTo(left.middle().lat(), within(1e-6));
        assertThat(now.middle().lng()).isCloseTo(left.middle().lng(), within(1e-6));
        assertThat(now.zoom()).isEqualTo(11);
    }

    @Test
    void arrangesTheListAsItWasLeft() throws Exception {
        signIn();
        clickOn("#sort");
        clickOn("#sort-by-speed");
        clickOn("#chip-stopped");
        clickOn("#search");
        write("of the moment");

        FxToolkit.cleanupApplication(application);
        start();
        signIn();

        FleetViewModel fleet = main().model().fleet();
        assertThat(onFx(() -> fleet.sortProperty().get()))
                .isEqualTo(new FleetSort(FleetSort.By.SPEED, true));
        assertThat(onFx(() -> fleet.statesProperty().get())).containsExactly(StateFilter.STOPPED);
        assertThat(onFx(() -> fleet.queryProperty().get())).isEmpty();
        assertThat(onFx(() -> lookup("#chip-stopped").<ToggleButton>query().isSelected())).isTrue();
    }

    @Test
    void enlargesAllButPaintsTheMapPixelByPixel() {
        signIn();
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        WaitForAsyncUtils.waitForFxEvents();
        Node words = lookup("#connection").query();
        assertThat(magnification(words)).isEqualTo(1.5);
        for (Node canvas : main().map().lookupAll("Canvas")) {
            assertThat(magnification(canvas)).isCloseTo(1, within(1e-9));
            assertThat(((Canvas) canvas).getWidth())
                    .isEqualTo(Math.ceil(main().map().getWidth() * 1.5));
            double x = onFx(() -> canvas.localToScene(0, 0).getX());
            assertThat(x).isCloseTo(Math.rint(x), within(0.01));
        }
        Node bell = lookup("#bell").query();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Bounds at = onFx(() -> bell.localToScene(bell.getLayoutBounds()));
                            assertThat(at.getMaxX()).isLessThan(stage().getScene().getWidth());
                            assertThat(at.getMaxY()).isLessThan(stage().getScene().getHeight());
                        });
        clickOn("#bell");
        await().atMost(PATIENCE).until(() -> lookup("#notifications").query().isVisible());
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        await().atMost(PATIENCE).until(() -> magnification(words) == 1);
    }

    @Test
    void enlargesTheSignInAsWell() {
        push(KeyCode.CONTROL, KeyCode.MINUS);
        await().atMost(PATIENCE).until(() -> magnification(lookup("#sign-in").query()) == 0.9);
    }

    @Test
    void tellsEachKeyThatItActsOn() {
        signIn();
        type(KeyCode.ESCAPE);
        Node card = lookup("#help-card").query();
        press(KeyCode.SHIFT).press(KeyCode.SLASH).release(KeyCode.SLASH).release(KeyCode.SHIFT);
        await().atMost(PATIENCE).until(card::isVisible);
        List<Shortcut> rows = main().keys().rows();
        List<String> words =
                from(card).lookup(".label").<Label>queryAll().stream()
                        .map(Labeled::getText)
                        .toList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(words).contains(row.words(), row.label()));
        assertThat(rows).extracting(Shortcut::label).doesNotHaveDuplicates();
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !card.isVisible());
    }

    @Test
    void standsInTheReadmeWithEachKey() throws Exception {
        signIn();
        String readme = Files.readString(ProjectFiles.get("README.md"));
        assertThat(main().keys().rows())
                .extracting(row -> "`" + row.label().replace("⌘", "Ctrl +") + "` " + row.words())
                .allSatisfy(key -> assertThat(readme).contains(key));
    }

    @Test
    void helpsAtTheFirstSignInAndWhenAsked() throws Exception {
        assertThat(lookup("#login-first-time").query().isVisible()).isTrue();
        signIn();
        assertThat(lookup("#welcome").query().isVisible()).isTrue();
        clickOn("#welcome-keys");
        assertThat(lookup("#help-card").query().isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        clickOn("#welcome-done");
        assertThat(lookup("#welcome").query().isVisible()).isFalse();

        FxToolkit.cleanupApplication(application);
        start();
        assertThat(lookup("#login-first-time").query().isVisible()).isFalse();
        signIn();
        assertThat(lookup("#welcome").query().isVisible()).isFalse();
        choose("Show the first steps");
        assertThat(lookup("#welcome").query().isVisible()).isTrue();
    }

    @Test
    void saysOnceThatSomethingWentWrong() throws Exception {
        FxToolkit.cleanupApplication(application);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {});
        start();
        Node notice = lookup("#fault").query();
        assertThat(notice.isVisible()).isFalse();
        for (int i = 0; i < 20; i++) {
            Platform.runLater(ShellIntegrationTests::fail);
        }
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(notice::isVisible);
        clickOn("#fault-copy");
        String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("a fault for a test", "ShellIntegrationTests");
        clickOn("#fault-dismiss");
        assertThat(notice.isVisible()).isFalse();
        Platform.runLater(ShellIntegrationTests::fail);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(notice.isVisible()).isFalse();
        clickOn("#sign-in");
    }

    @Test
    void saysWhatTheDemoNeeds() throws Exception {
        FxToolkit.cleanupApplication(application);
        start("--server=" + gateway.address(), "--demo");
        assertThat(lookup("#login-error").<Label>query().getText())
                .contains("GATEWAY_DEMO_PASSWORD");
    }

    private static void fail() {
        throw new IllegalStateException("a fault for a test");
    }

    private double magnification(Node node) {
        return onFx(() -> node.getLocalToSceneTransform().getMxx());
    }
}
