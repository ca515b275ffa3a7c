package io.venta.desktop.shell;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.login.SignedIn;
import java.time.Clock;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The main view in a window of its own, over a connection of a test's. */
final class TestWindow {

    static final double WIDTH = 1000;
    static final double HEIGHT = 700;

    private TestWindow() {}

    static MainView open(ServerAddress server, GatewayConnection connection, Runnable signOut)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        MainView view =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> {
                            FxExecutor fx = new FxExecutor();
                            SignedIn session = new SignedIn(server, connection);
                            MainViewModel model =
                                    new MainViewModel(session, fx, fx, Clock.systemUTC());
                            return new MainView(model, new Theme(), fx, link -> {}, signOut);
                        });
        FxToolkit.setupStage(stage -> show(stage, view));
        return view;
    }

    private static void show(Stage stage, MainView view) {
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }
}
