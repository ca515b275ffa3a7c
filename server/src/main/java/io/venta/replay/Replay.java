package io.venta.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Plays a recording of a fleet into a running server, as if it happened now: {@code bin/replay}.
 *
 * <p>Ends with 0 when all was sent and taken, 1 when something was not, 2 when it was called
 * wrongly, 130 after Ctrl-C.
 */
@Command(
        name = "bin/replay",
        description = "Plays a recording of a fleet into a running server, as if it happened now.",
        sortOptions = false)
public final class Replay implements Callable<Integer> {

    @Spec private @Nullable CommandSpec command;

    @Parameters(
            paramLabel = "FILE.ndjson[.gz]",
            description = "A line a fix: {vendorId, lat, long, timestamp}, in the order of time.")
    private Path file = Path.of("");

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "N times faster than recorded (${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--loop", description = "Starts over at the end, until Ctrl-C.")
    private boolean loop;

    @Option(
            names = "--as-recorded",
            description = "Keeps the recorded times instead of those at which fixes are due.")
    private boolean asRecorded;

    @Mixin private final ServerOptions server = new ServerOptions();

    @SuppressWarnings("UnusedVariable") // picocli acts on it.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends.")
    private boolean help;

    private final Clock clock = Clock.systemUTC();

    private Replay() {}

    /** Runs it and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        LoggingSystem.get(Replay.class.getClassLoader()).setLogLevel(null, LogLevel.OFF);
        var interruption = Interruption.ofCurrentThread();
        var code = commandLine().execute(arguments);
        if (!interruption.finished()) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Replay()).setExecutionExceptionHandler(Replay::explain);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var start = clock.instant();
        var tally = new Tally();
        try (var outlet = server.connect(tally, clock, System.getenv());
                var display = display(tally)) {
            var pacing = new Player.Pacing(speed, asRecorded, loop);
            var pause = Pause.sleeping(clock);
            new Player(pacing, outlet, display, tally, clock, pause).play(file);
        } catch (InterruptedException e) {
            // Ctrl-C: what has left has left.
            return summarise(tally, start, 130);
        } catch (ReplayFailedException | ServerUnreachableException e) {
            err().println(e.getMessage());
            return summarise(tally, start, 1);
        }
        return summarise(tally, start, tally.isClean() ? 0 : 1);
    }

    private void check() {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw wrong("--speed must be a number above 0");
        }
        if (loop && asRecorded) {
            throw wrong("--loop with --as-recorded would repeat times that are known already");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw wrong("There is no file " + file + " that can be read");
        }
    }

    private Display display(Tally tally) throws IOException {
        if (Terminal.attended().isEmpty()) {
            return new LineDisplay(err(), tally, clock);
        }
        return new BarDisplay(System.err, Recording.countLines(file));
    }

    private int summarise(Tally tally, Instant start, int code) {
        var out = spec().commandLine().getOut();
        out.println(tally.summary(Duration.between(start, clock.instant())));
        out.flush();
        return code;
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("Made without a command line");
        }
        return command;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private static int explain(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof ReplayFailedException
                || failure instanceof ServerUnreachableException
                || failure instanceof IOException) {
            commandLine.getErr().println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
