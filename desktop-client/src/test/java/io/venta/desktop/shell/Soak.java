package io.venta.desktop.shell;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Uses the whole desktop for long, against a real server with a whole fleet, and tells whether it
 * grows. Ends with 0 where it does not, 1 where it does, 2 where it could not be tried. {@code
 * bin/soak} runs it.
 *
 * <p>The desktop is the real program in this JVM; server and player are processes of their own.
 */
@Command(name = "bin/soak")
public final class Soak implements Callable<Integer> {

    private static final double MB = 1024 * 1024;
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration AT_REST = Duration.ofSeconds(3);
    private static final Duration DRAWN = Duration.ofSeconds(1);
    private static final Duration SAMPLES = Duration.ofSeconds(30);
    private static final double CUTS = 6;
    private static final double LEAST_BETWEEN_CUTS = 2.5;
    private static final Duration NOTICED = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(8);
    private static final int GROWN = 20;
    private static final int FX_PATIENCE_MS = 60_000;

    @Option(names = "--minutes", defaultValue = "30")
    private double minutes;

    @Option(names = "--speed", defaultValue = "10")
    private double speed;

    @Option(names = "--file")
    private @Nullable Path file;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--every", defaultValue = "1500")
    private long everyMs;

    @Option(names = "--out", required = true)
    private Path folder = Path.of("");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final AtomicInteger pulses = new AtomicInteger();
    private final List<SoakSample> samples = new ArrayList<>();

    /** The first after the warm-up, and the last: to keep them all would be growth of its own. */
    private @Nullable HeapHistogram warm;

    private @Nullable HeapHistogram last;
    private long started = System.nanoTime();
    private long framesSince = System.nanoTime();

    private Soak() {}

    /** The program. */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Soak())
                        .setExitCodeExceptionMapper(failure -> CommandLine.ExitCode.USAGE)
                        .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        try (SoakServer server = SoakServer.start(file, speed, folder)) {
            CompletableFuture<Integer> verdict =
                    CompletableFuture.supplyAsync(
                            () -> soak(server),
                            work -> Thread.ofPlatform().name("soak").daemon().start(work));
            var unused = verdict.whenComplete((status, failure) -> Platform.exit());
            Application.launch(
                    DesktopApplication.class, "--server=" + server.url(), "--user=demo-dispatcher");
            return verdict.join();
        }
    }

    private int soak(SoakServer server) {
        Scene scene = signIn(server);
        onFx(() -> count(scene));
        SoakOperator operator = onFx(() -> new SoakOperator(scene, seed));
        onFx(operator::rounds).forEach(this::doOne);
        started = System.nanoTime();
        out.println(SoakSample.HEAD);
        double nextSample = 0;
        double between = Math.max(minutes / CUTS, LEAST_BETWEEN_CUTS);
        double nextCut = between;
        for (int cuts = 0; now() < minutes || samples.isEmpty(); ) {
            if (now() >= nextSample) {
                sample(operator, server);
                nextSample += SAMPLES.toMillis() / 60e3;
            }
            if (now() >= nextCut) {
                disturb(operator, server, cuts++);
                nextCut = now() + between;
            }
            act(operator);
        }
        sample(operator, server);
        return tell();
    }

    private Scene signIn(SoakServer server) {
        Awaitility.await("the card to sign in with")
                .atMost(START)
                .until(() -> onFx(() -> find("#password") != null));
        onFx(
                () -> {
                    ((TextInputControl) found("#password")).setText(server.password());
                    ((Button) found("#sign-in")).fire();
                    return true;
                });
        Awaitility.await("the fleet")
                .atMost(START)
                .until(() -> onFx(() -> find("#vendors") != null && !isOutOfDate()));
        return onFx(() -> found("#vendors").getScene());
    }

    private boolean count(Scene scene) {
        scene.addPostLayoutPulseListener(pulses::incrementAndGet);
        return true;
    }

    private void act(SoakOperator operator) {
        doOne(operator::act);
    }

    private void doOne(Runnable work) {
        onFx(
                () -> {
                    work.run();
                    return true;
                });
        pause(Duration.ofMillis(everyMs));
    }

    /** Cuts the connection so that nobody is told of it, or holds up all that is under way. */
    private void disturb(SoakOperator operator, SoakServer server, int number) {
        double begun = now();
        if (number % 2 == 0) {
            server.tell(SoakServer.Command.CUT);
            actUntil(operator, NOTICED, () -> onFx(this::isOutOfDate));
            server.tell(SoakServer.Command.MEND);
        } else {
            server.tell(SoakServer.Command.HOLD);
            actUntil(operator, PAUSE, () -> false);
            server.tell(SoakServer.Command.RELEASE);
        }
        String noticed = onFx(this::isOutOfDate) ? "noticed" : "not noticed";
        double after = (now() - begun) * 60;
        actUntil(operator, START, () -> !onFx(this::isOutOfDate));
        out.printf(
                "%5.1f | %s, %s within %.0f s, %s %.0f s later%n",
                now(),
                number % 2 == 0 ? "cut" : "held up",
                noticed,
                after,
                onFx(this::isOutOfDate) ? "still out of date" : "live",
                (now() - begun) * 60 - after);
    }

    private void actUntil(SoakOperator operator, Duration most, BooleanSupplier done) {
        double until = now() + most.toMillis() / 60e3;
        while (now() < until && !done.getAsBoolean()) {
            act(operator);
        }
    }

    private void sample(SoakOperator operator, SoakServer server) {
        double frames = pulses.getAndSet(0) / ((System.nanoTime() - framesSince) / 1e9);
        onFx(
                () -> {
                    operator.rest();
                    return true;
                });
        pause(AT_REST);
        HeapHistogram histogram = onFx(Soak::countWhileNothingIsDrawn);
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        SoakServer.Figures figures = server.measure();
        SoakSample sample =
                new SoakSample(
                        now(),
                        histogram.total() / MB,
                        SoakBackend.resident(ProcessHandle.current().pid()),
                        onFx(SoakOperator::nodes),
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        system.getOpenFileDescriptorCount(),
                        frames,
                        onFx(() -> view().model().vendors().all().size()),
                        figures.heap(),
                        figures.resident(),
                        figures.threads(),
                        figures.sessions());
        samples.add(sample);
        if (warm == null && sample.minutes() >= minutes * SoakVerdict.WARM_UP) {
            warm = histogram;
        }
        last = histogram;
        out.println(sample.row());
        SoakSample.write(samples, folder.resolve("soak.csv"));
        pulses.set(0);
        framesSince = System.nanoTime();
    }

    /** The last frame is drawn by then, and no other one comes: this is the JavaFX thread. */
    private static HeapHistogram countWhileNothingIsDrawn() {
        pause(DRAWN);
        return HeapHistogram.take();
    }

    private int tell() {
        SoakVerdict verdict = SoakVerdict.of(samples);
        verdict.lines().forEach(out::println);
        if (!verdict.flat() && warm != null && last != null) {
            out.println("What there is more of than after the warm-up:");
            last.grownSince(warm, GROWN).forEach(out::println);
        }
        return verdict.flat() ? 0 : 1;
    }

    private boolean isOutOfDate() {
        return view().model().statusProperty().get().outOfDate();
    }

    private MainView view() {
        for (Node at = found("#vendors"); at != null; at = at.getParent()) {
            if (at instanceof MainView view) {
                return view;
            }
        }
        throw new IllegalStateException("The main view is gone");
    }

    private static Node found(String selector) {
        Node node = find(selector);
        if (node == null) {
            throw new IllegalStateException("There is no " + selector);
        }
        return node;
    }

    private static @Nullable Node find(String selector) {
        for (Window window : Window.getWindows()) {
            Parent root = window.getScene().getRoot();
            Node node = root.lookup(selector);
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    private double now() {
        return (System.nanoTime() - started) / 60e9;
    }

    private static void pause(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(FX_PATIENCE_MS, work);
    }
}
