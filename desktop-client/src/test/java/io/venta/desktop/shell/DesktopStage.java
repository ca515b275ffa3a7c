package io.venta.desktop.shell;

import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.StubGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole desktop, with settings of its own, against a gateway that lets everybody in. */
abstract class DesktopStage extends FxRobot {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    static StubGateway gateway;
    static Thread.@Nullable UncaughtExceptionHandler testFx;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    Application application;

    @BeforeAll
    static void startGateway() throws Exception {
        gateway = new StubGateway();
        FxToolkit.registerPrimaryStage();
        testFx = Thread.getDefaultUncaughtExceptionHandler();
    }

    @AfterAll
    static void stopGateway() throws Exception {
        gateway.close();
    }

    @BeforeEach
    void startDesktop() throws Exception {
        System.setProperty("venta.settings", folder.toString());
        start("--server=" + gateway.address());
    }

    @AfterEach
    void stopDesktop() throws Exception {
        FxToolkit.cleanupApplication(application);
        Thread.setDefaultUncaughtExceptionHandler(testFx);
    }

    final void start(String... arguments) throws Exception {
        application = FxToolkit.setupApplication(DesktopApplication.class, arguments);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void signIn() {
        interact(
                () -> {
                    lookup("Use a token").<Hyperlink>query().fire();
                    lookup("#token").<TextInputControl>query().setText("a token");
                });
        clickOn("#sign-in");
        await().atMost(PATIENCE).until(() -> lookup("#vendors").tryQuery().isPresent());
    }

    void choose(String item) {
        clickOn("#menu");
        clickOn(item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    Stage stage() {
        return (Stage)
                Objects.requireNonNull(
                        Window.getWindows().stream()
                                .filter(window -> window instanceof Stage)
                                .findFirst()
                                .orElse(null));
    }

    MainView main() {
        return lookup(node -> node instanceof MainView).query();
    }

    static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }
}
