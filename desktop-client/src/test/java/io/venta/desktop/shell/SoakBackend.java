package io.venta.desktop.shell;

import io.venta.testing.FleetFixes;
import io.venta.testing.ServerProcess;
import io.venta.testing.TcpProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A real server that a fleet is played into, and a stretch of network before it that can be cut: a
 * program of its own, so that nothing of it counts as the desktop's. {@link SoakServer} starts it
 * and tells it what to do, a line a command; it answers each with a line, and ends with its input.
 */
final class SoakBackend implements AutoCloseable {

    private static final double MB = 1024 * 1024;

    private final ServerProcess server;
    private final long pid;
    private final TcpProxy network;
    private final Process replay;

    private SoakBackend(ServerProcess server, Process replay) {
        this.server = server;
        this.pid =
                ProcessHandle.current()
                        .children()
                        .filter(child -> child.pid() != replay.pid())
                        .filter(SoakBackend::isJava)
                        .mapToLong(ProcessHandle::pid)
                        .findFirst()
                        .orElseThrow();
        this.network = TcpProxy.to(server.baseUrl().getPort());
        this.replay = replay;
    }

    /**
     * Takes speed, folder for what it writes, and a recording; without that it plays 1,548 vendors
     * as tests have them.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path file =
                arguments.length > 2
                        ? Path.of(arguments[2])
                        : FleetFixes.write(StagedFleet.played(), folder.resolve("fleet.ndjson"));
        ServerProcess server = ServerProcess.embedded().jvmOption("-Xmx512m").start();
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var backend = new SoakBackend(server, play(file, arguments[0], server, folder));
                var commands =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            answers.println("http://127.0.0.1:" + backend.network.port());
            answers.println(server.demoPassword());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(backend.obey(line));
            }
        }
    }

    private static Process play(Path file, String speed, ServerProcess server, Path folder)
            throws IOException {
        var builder =
                new ProcessBuilder(
                        SoakServer.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dloader.main=io.venta.replay.Replay",
                        "-jar",
                        System.getProperty("venta.server.jar"),
                        file.toString(),
                        "--loop",
                        "--speed",
                        speed,
                        "--server",
                        server.baseUrl().toString());
        builder.environment().put("VENTA_PASSWORD", server.demoPassword());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("replay.log").toFile());
        Process replay = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(replay::destroy));
        return replay;
    }

    private String obey(String command) {
        return switch (SoakServer.Command.valueOf(command)) {
            case CUT -> done(network::cut);
            case MEND -> done(network::mend);
            case HOLD -> done(network::jam);
            case RELEASE -> done(network::clear);
            case MEASURE -> figures();
        };
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    private String figures() {
        if (!replay.isAlive()) {
            return "The player has ended; see its log";
        }
        return String.format(
                Locale.ROOT,
                "%.2f %.1f %.0f %.0f",
                server.usedHeap() / MB,
                resident(pid),
                server.metric("jvm_threads_live_threads"),
                server.metric("venta_connections_active"));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("java")).isPresent();
    }

    /**
     * What a process occupies of this machine's memory, in MB; 0 where the system does not tell.
     */
    static double resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noSuchSystem) {
            return 0;
        }
    }

    @Override
    public void close() {
        replay.destroy();
        network.close();
        server.close();
    }
}
