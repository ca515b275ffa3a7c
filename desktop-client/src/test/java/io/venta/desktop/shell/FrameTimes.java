package io.venta.desktop.shell;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.fx.PulseExecutor;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures how evenly the main view paints while 1,548 vendors move, each with a new fix every 2 s.
 * A program, not a test: {@code FrameTimes [seconds [zoom]]}; without a zoom all vendors are in
 * view, as clusters.
 */
public final class FrameTimes extends Application {

    private static final int VENDORS = 1_548;
    private static final Duration EACH = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final RecordingConnection connection = new RecordingConnection();
    private final ScheduledExecutorService feed =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("feed").factory());
    private final double[] lat = new double[VENDORS];
    private final double[] lng = new double[VENDORS];
    private final double[] heading = new double[VENDORS];
    private int next;

    /** Starts it. */
    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) throws Exception {
        var arguments = getParameters().getRaw();
        long seconds = arguments.isEmpty() ? 20 : Long.parseLong(arguments.getFirst());
        FxExecutor fx = new FxExecutor();
        var session = new SignedIn(ServerAddress.parse("localhost:1"), connection);
        connection.become(new ConnectionState.Live(Duration.ofMillis(4)));
        var model = new MainViewModel(session, fx, new PulseExecutor(fx), Clock.systemUTC());
        Theme theme = new Theme();
        MainView view = new MainView(model, theme, fx, link -> {}, Platform::exit);
        view.map().setBaseMap(BaseMap.load());
        Scene scene = new Scene(view, 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        scatter();
        for (int i = 0; i < VENDORS; i++) {
            report();
        }
        connection.caughtUp(Destinations.ALL_LOCATIONS);
        long period = EACH.toNanos() / (VENDORS / 12);
        ScheduledFuture<?> unused =
                feed.scheduleAtFixedRate(this::reportDozen, 0, period, TimeUnit.NANOSECONDS);
        if (arguments.size() > 1) {
            double zoom = Double.parseDouble(arguments.get(1));
            unused =
                    feed.schedule(() -> fx.execute(() -> zoomTo(model, zoom)), 4, TimeUnit.SECONDS);
        }
        new Recorder(WARM_UP, Duration.ofSeconds(seconds)).start();
    }

    private static void zoomTo(MainViewModel model, double zoom) {
        var map = model.map();
        map.zoomBy(zoom - map.viewport().zoom(), 480, 380);
    }

    private void scatter() {
        Random random = new Random(1);
        for (int i = 0; i < VENDORS; i++) {
            lat[i] = 52.23 + random.nextGaussian() * 0.06;
            lng[i] = 21.01 + random.nextGaussian() * 0.1;
            heading[i] = random.nextInt(360);
        }
    }

    private void reportDozen() {
        for (int i = 0; i < 12; i++) {
            report();
        }
    }

    private void report() {
        int i = next++ % VENDORS;
        heading[i] = (heading[i] + 5) % 360;
        lat[i] += Math.cos(Math.toRadians(heading[i])) * 0.0002;
        lng[i] += Math.sin(Math.toRadians(heading[i])) * 0.0003;
        var update =
                new LocationUpdate(
                        new VendorId("bus-" + i),
                        new GeoPosition(lat[i], lng[i]),
                        null,
                        heading[i],
                        12.0,
                        Instant.now());
        connection.deliver(
                Destinations.ALL_LOCATIONS,
                new GatewayMessage(MessageType.LOCATION_UPDATED, false, update));
    }

    /** Notes when each frame began, then says how far apart they were. */
    private static final class Recorder extends AnimationTimer {

        private final long from;
        private final long until;
        private final LongStream.Builder starts = LongStream.builder();

        Recorder(Duration warmUp, Duration length) {
            from = System.nanoTime() + warmUp.toNanos();
            until = from + length.toNanos();
        }

        @Override
        public void handle(long now) {
            long moment = System.nanoTime();
            if (moment >= from) {
                starts.add(moment);
            }
            if (moment >= until) {
                stop();
                report();
                Platform.exit();
            }
        }

        private void report() {
            long[] at = starts.build().toArray();
            double[] gaps = new double[at.length - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = (at[i + 1] - at[i]) / 1e6;
            }
            Arrays.sort(gaps);
            double length = (at[at.length - 1] - at[0]) / 1e9;
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            out.printf(
                    "%d frames in %.1f s: %.1f a second; ms between frames: p50 %.1f, p95 %.1f,"
                            + " p99 %.1f, most %.1f%n",
                    at.length,
                    length,
                    gaps.length / length,
                    gaps[gaps.length / 2],
                    gaps[gaps.length * 95 / 100],
                    gaps[gaps.length * 99 / 100],
                    gaps[gaps.length - 1]);
        }
    }
}
