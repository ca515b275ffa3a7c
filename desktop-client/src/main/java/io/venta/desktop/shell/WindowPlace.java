package io.venta.desktop.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Where the window was, put back there at the next start if that is still on a screen. A window
 * that fills the screen remembers what it comes back to. JavaFX thread only.
 */
final class WindowPlace {

    private static final String MAXIMISED = ".maximised";
    private static final Duration SETTLES = Duration.millis(200);
    private static final double MIN_WIDTH = 720;
    private static final double MIN_HEIGHT = 480;
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;
    private static final double TITLE = 32;
    private static final double GRIP = 120;

    private final Stage stage;
    private final Memory memory;
    private final String key;

    /** A window manager changes place and state one after the other, in no order to rely on. */
    private final PauseTransition settling = new PauseTransition(SETTLES);

    /**
     * @param key what it is remembered as
     */
    WindowPlace(Stage stage, Memory memory, String key) {
        this.stage = stage;
        this.memory = memory;
        this.key = key;
        settling.setOnFinished(event -> write());
    }

    /** Puts the window where it was and remembers from now on where it goes. */
    void restore(Zoom zoom) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        memory.get(key)
                .flatMap(WindowPlace::parse)
                .flatMap(place -> on(place, screens))
                .ifPresentOrElse(this::put, this::putAsUsual);
        stage.setMaximized(memory.get(key + MAXIMISED).filter("true"::equals).isPresent());
        zoom.factorProperty().subscribe(factor -> keepUsable(factor.doubleValue()));
        InvalidationListener moved = change -> settling.playFromStart();
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.maximizedProperty().addListener(moved);
    }

    /** Remembers at once where it is. */
    void write() {
        settling.stop();
        if (!stage.isIconified() && !stage.isFullScreen()) {
            if (!stage.isMaximized()) {
                memory.put(key, format());
            }
            memory.put(key + MAXIMISED, Boolean.toString(stage.isMaximized()));
        }
    }

    /** The place, on the screen that shows most of its title; none where no screen shows enough. */
    static Optional<Rectangle2D> on(Rectangle2D place, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> overlap(place, screen) >= GRIP)
                .filter(screen -> place.getMinY() >= screen.getMinY() - 1)
                .filter(screen -> place.getMinY() <= screen.getMaxY() - TITLE)
                .max((one, other) -> Double.compare(overlap(place, one), overlap(place, other)))
                .map(screen -> within(place, screen));
    }

    static Optional<Rectangle2D> parse(String text) {
        try {
            double[] n =
                    Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
            boolean whole =
                    n.length == 4
                            && DoubleStream.of(n).allMatch(Double::isFinite)
                            && n[2] > 0
                            && n[3] > 0;
            return whole ? Optional.of(new Rectangle2D(n[0], n[1], n[2], n[3])) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // As if it had never been written.
        }
    }

    private static double overlap(Rectangle2D place, Rectangle2D screen) {
        return Math.min(place.getMaxX(), screen.getMaxX())
                - Math.max(place.getMinX(), screen.getMinX());
    }

    private static Rectangle2D within(Rectangle2D place, Rectangle2D screen) {
        return new Rectangle2D(
                place.getMinX(),
                place.getMinY(),
                Math.min(place.getWidth(), screen.getWidth()),
                Math.min(place.getHeight(), screen.getHeight()));
    }

    private void put(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    private void putAsUsual() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
    }

    /** Enlarged, the same things need more room, as far as there is any. */
    private void keepUsable(double factor) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH * Math.max(1, factor), screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT * Math.max(1, factor), screen.getHeight()));
    }

    private String format() {
        return DoubleStream.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" "));
    }
}
