package io.venta.desktop.shell;

import io.venta.desktop.map.ground.BaseMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Photographs every {@link Screen}, light and dark, in two sizes, and tells what {@link
 * ScreenAudit} finds. Ends with 1 where it finds something. {@code bin/shoot-desktop} runs it:
 * {@code Screenshots FOLDER CONTACT-FOLDER [PATTERN]}.
 */
public final class Screenshots {

    private static final int[][] SIZES = {{1280, 800}, {2560, 1440}};
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private static final int EXAMPLES = 3;
    private static final int FX_PATIENCE_MS = 60_000;

    /** Looks of the same picture in a row, after which it is at rest. */
    private static final int LOOKS = 3;

    private final Map<String, Found> findings = new TreeMap<>();
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Theme theme = onFx(Theme::new);

    private Screenshots() {}

    /** Runs it and ends the JVM. */
    public static void main(String[] arguments) throws IOException {
        int status = 2;
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
            Screenshots shots = new Screenshots();
            shots.shoot(
                    Files.createDirectories(Path.of(arguments[0])),
                    Files.createDirectories(Path.of(arguments[1])),
                    Pattern.compile(arguments.length > 2 ? arguments[2] : "").asPredicate());
            status = shots.tell();
        } finally {
            System.exit(status);
        }
    }

    private void shoot(Path folder, Path contacts, Predicate<String> wanted) throws IOException {
        StagedFleet fleet = StagedFleet.load();
        BaseMap outlines = BaseMap.load();
        List<Screen> screens =
                Screen.ALL.stream().filter(screen -> wanted.test(screen.name())).toList();
        for (int[] size : SIZES) {
            Stage stage = onFx(() -> open(size[0], size[1]));
            for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                onFx(() -> set(choice));
                String kind = choice.name().toLowerCase(Locale.ROOT) + "-" + size[0];
                ContactSheet sheet = new ContactSheet();
                for (Screen screen : screens) {
                    Staging staging = new Staging(fleet, outlines, theme);
                    Picture picture = play(stage, staging, screen);
                    PalettePng.write(picture, folder.resolve(screen.name() + "-" + kind + ".png"));
                    sheet.add(screen.name(), picture);
                    audit(stage, picture).forEach(found -> note(found, screen.name() + "-" + kind));
                    onFx(() -> takeDown(stage, staging));
                }
                sheet.write(contacts.resolve(kind + ".png"));
                out.println(kind + ": " + screens.size() + " pictures");
            }
            onFx(() -> close(stage));
        }
    }

    private boolean set(Theme.Choice choice) {
        theme.choiceProperty().set(choice);
        return true;
    }

    private Stage open(int width, int height) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        Scene scene = new Scene(new StackPane(), width, height);
        theme.dress(scene);
        // A blinking caret would make two pictures of one screen.
        scene.getStylesheets().add("data:text/css,.text-input{-fx-display-caret:false}");
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        return stage;
    }

    private static boolean close(Stage stage) {
        stage.close();
        return true;
    }

    private static boolean takeDown(Stage stage, Staging staging) {
        others(stage).forEach(Window::hide);
        staging.close();
        stage.getScene().setRoot(new StackPane());
        return true;
    }

    private Picture play(Stage stage, Staging staging, Screen screen) {
        onFx(() -> show(stage, staging.root()));
        for (Screen.Step step : screen.steps()) {
            onFx(
                    () -> {
                        step.on(staging);
                        return true;
                    });
            settle(stage);
        }
        return settle(stage);
    }

    private static boolean show(Stage stage, Parent root) {
        stage.getScene().setRoot(root);
        return true;
    }

    /** Waits until nothing moves any more. */
    private static Picture settle(Stage stage) {
        List<Picture> looks = new ArrayList<>();
        Awaitility.await("a still picture")
                .atMost(PATIENCE)
                .pollInterval(BETWEEN)
                .until(
                        () -> {
                            looks.add(onFx(() -> picture(stage)));
                            return looks.size() >= LOOKS
                                    && looks.subList(looks.size() - LOOKS, looks.size()).stream()
                                            .allMatch(looks.getLast()::sameAs);
                        });
        return looks.getLast();
    }

    /** The scene with whatever pops up over it. */
    private static Picture picture(Stage stage) {
        Picture picture = Picture.of(stage.getScene().snapshot(null));
        for (Window popup : others(stage)) {
            Point2D at = origin(stage, popup);
            picture.draw(
                    Picture.of(popup.getScene().snapshot(null)), (int) at.getX(), (int) at.getY());
        }
        return picture;
    }

    private static List<ScreenAudit.Finding> audit(Stage stage, Picture picture) {
        return onFx(
                () -> {
                    List<ScreenAudit.Finding> all = new ArrayList<>();
                    for (Window window : Window.getWindows()) {
                        all.addAll(
                                ScreenAudit.of(window.getScene(), picture, origin(stage, window)));
                    }
                    return all;
                });
    }

    private static List<Window> others(Stage stage) {
        return Window.getWindows().stream().filter(window -> window != stage).toList();
    }

    private static Point2D origin(Stage stage, Window window) {
        double x = window.getX() + window.getScene().getX();
        double y = window.getY() + window.getScene().getY();
        return new Point2D(x - stage.getX(), y - stage.getY());
    }

    private void note(ScreenAudit.Finding finding, String picture) {
        Found found = findings.computeIfAbsent(finding.what(), none -> new Found());
        found.words.add("“" + finding.with().replace('\n', ' ') + "”");
        found.pictures.add(picture);
    }

    private int tell() {
        findings.forEach(
                (what, found) -> {
                    String more = found.words.size() > EXAMPLES ? " …" : "";
                    out.println(
                            found.words.stream()
                                    .limit(EXAMPLES)
                                    .collect(Collectors.joining(", ", what + ": ", more)));
                    out.println("    " + String.join(" ", found.pictures));
                });
        out.println(findings.size() + " findings");
        return findings.isEmpty() ? 0 : 1;
    }

    /** Words that the same is wrong with, and where. */
    private static final class Found {

        private final Set<String> words = new LinkedHashSet<>();
        private final Set<String> pictures = new LinkedHashSet<>();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(FX_PATIENCE_MS, work);
    }
}
