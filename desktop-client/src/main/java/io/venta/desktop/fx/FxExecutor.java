package io.venta.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * The only way to the JavaFX thread: runs at once when already there, else soon after. View models
 * take it as a plain {@link Executor}, so that a test passes {@code Runnable::run}.
 */
public final class FxExecutor implements Executor {

    @Override
    public void execute(Runnable command) {
        if (Platform.isFxApplicationThread()) {
            command.run();
        } else {
            Platform.runLater(command);
        }
    }
}
