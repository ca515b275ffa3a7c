package io.venta.desktop.shell;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.fx.PulseExecutor;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.map.MapViewModel;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.model.Destinations;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures how evenly the main view paints while every vendor of a fleet has a new fix each second,
 * from far and from near. A program, not a test: {@code FrameTimes [--vendors=N] [--seconds=S]
 * [--width=W] [--height=H]}.
 */
public final class FrameTimes {

    private FrameTimes() {}

    /** Starts it. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** What is measured. JavaFX makes it, and wants it public; it is no main class of its own. */
    public static final class Window extends Application {

        private static final Duration WARM_UP = Duration.ofSeconds(6);

        /** How near the map is. */
        private record Stop(String name, double zoom) {}

        private final RecordingConnection connection = new RecordingConnection();
        private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        private final Queue<Stop> stops =
                new ArrayDeque<>(
                        List.of(
                                new Stop("country", 6),
                                new Stop("region", 9),
                                new Stop("city", 12),
                                new Stop("street", 15)));

        @Override
        public void start(Stage stage) throws Exception {
            int vendors = number("vendors", 10_000);
            FxExecutor fx = new FxExecutor();
            var session = new SignedIn(ServerAddress.parse("localhost:1"), connection);
            connection.become(new ConnectionState.Live(Duration.ofMillis(4)));
            var model = new MainViewModel(session, fx, new PulseExecutor(fx), Clock.systemUTC());
            Theme theme = new Theme();
            MainView view = new MainView(model, theme, fx, link -> {}, Platform::exit);
            view.map().setBaseMap(BaseMap.load());
            Scene scene = new Scene(view, number("width", 1280), number("height", 800));
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            MovingFleet fleet = new MovingFleet(connection, vendors);
            fleet.reportAll();
            connection.caughtUp(Destinations.ALL_LOCATIONS);
            fleet.moveOnceASecond();
            out.printf(
                    "%,d vendors, a fix each second, %s%n", vendors, scene.getWidth() + " px wide");
            next(model.map());
        }

        private int number(String name, int otherwise) {
            String given = getParameters().getNamed().get(name);
            return given == null ? otherwise : Integer.parseInt(given);
        }

        private void next(MapViewModel map) {
            Stop stop = stops.poll();
            if (stop == null) {
                Platform.exit();
                return;
            }
            map.fitAll();
            PauseTransition settle = new PauseTransition(javafx.util.Duration.seconds(2));
            settle.setOnFinished(
                    event -> {
                        var view = map.viewport();
                        map.zoomBy(stop.zoom() - view.zoom(), view.width() / 2, view.height() / 2);
                        new FrameRecorder(
                                        WARM_UP,
                                        Duration.ofSeconds(number("seconds", 10)),
                                        figures -> {
                                            out.printf("%-8s %s%n", stop.name(), figures);
                                            next(map);
                                        })
                                .start();
                    });
            settle.play();
        }
    }
}
