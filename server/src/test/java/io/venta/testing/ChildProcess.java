package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process with its output in a file. It ends with this JVM, also when this JVM is killed: a shell
 * that waits on a pipe from here ends it then.
 */
final class ChildProcess {

    private static final String GUARD =
            """
            read -r _
            kill -TERM "$1" 2>/dev/null
            sleep 5
            kill -KILL "$1" 2>/dev/null
            eval "$2"
            """;

    private final Process process;
    private final Process guard;
    private final Path log;

    private ChildProcess(Process process, Process guard, Path log) {
        this.process = process;
        this.guard = guard;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param environment is added to this JVM's
     * @param afterwards shell command that cleans up behind it, should this JVM be killed
     */
    static ChildProcess start(
            List<String> command, Map<String, String> environment, Path log, String afterwards) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var pid = Long.toString(process.pid());
            var guard = new ProcessBuilder("sh", "-c", GUARD, "sh", pid, afterwards).start();
            var child = new ChildProcess(process, guard, log);
            AtExit.run(child::kill);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /** Bytes in use after a full collection, where it is a JVM. */
    long usedHeap() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = List.of(jcmd, Long.toString(process.pid()), "GC.class_histogram");
        try {
            var histogram = new ProcessBuilder(command).start();
            try (var lines = histogram.inputReader()) {
                return lines.lines()
                        .filter(line -> line.startsWith("Total"))
                        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                        .findFirst()
                        .orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to end, and ends it if it has not within {@code patience}. */
    void stop(Duration patience) {
        process.destroy();
        if (!endsWithin(patience)) {
            kill();
        }
        guard.destroyForcibly();
    }

    /** Ends it and all that it started, at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
        guard.destroyForcibly();
    }

    /** Sends it a signal, STOP for example. */
    void signal(String name) {
        try {
            var pid = Long.toString(process.pid());
            new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process is sent a signal", e);
        }
    }

    boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process ends", e);
        }
    }

    /** All it wrote so far. */
    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines it wrote. */
    String logTail() {
        var lines = log().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
