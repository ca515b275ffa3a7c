package io.venta.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The jar that is shipped: the one in the system property {@code venta.server.jar}, else that of
 * the module server, which must have been packaged. Thread-safe.
 *
 * <p>Unpacked by its own tool it starts in two thirds of the time, since no class is looked for in
 * a jar within a jar. So it is unpacked once, and goes with this JVM.
 */
final class ServerJar {

    private static final Duration UNPACKING = Duration.ofSeconds(60);

    private static @Nullable Path unpacked;

    private ServerJar() {}

    static Path shipped() {
        var named = System.getProperty("venta.server.jar");
        return named == null
                ? ProjectFiles.get("server/target/venta-server-boot.jar")
                : Path.of(named);
    }

    /** The same program, its libraries beside it. */
    static synchronized Path unpacked() {
        if (unpacked == null) {
            unpacked = unpack(shipped());
        }
        return unpacked;
    }

    private static Path unpack(Path jar) {
        var scratch = ScratchFolder.create("venta-jar-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ScratchFolder.delete(scratch)));
        var folder = scratch.resolve("server");
        var command =
                List.of(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString());
        var log = scratch.resolve("extract.log");
        var tool = ChildProcess.start(command, Map.of(), log, "rm -rf '" + scratch + "'");
        var isDone = tool.endsWithin(UNPACKING) && tool.exitCode() == 0;
        tool.kill();
        if (!isDone) {
            throw new IllegalStateException(jar + " is not unpacked:\n" + tool.logTail());
        }
        return folder.resolve(jar.getFileName());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
