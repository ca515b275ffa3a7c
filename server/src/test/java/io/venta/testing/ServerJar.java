package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The jar that is shipped: the one in the system property {@code venta.server.jar}, else that of
 * the module server, which must have been packaged. Thread-safe.
 */
final class ServerJar {

    private static final Duration UNPACKING = Duration.ofSeconds(60);

    private ServerJar() {}

    static Path shipped() {
        var named = System.getProperty("venta.server.jar");
        return named == null
                ? ProjectFiles.get("server/target/venta-server-boot.jar")
                : Path.of(named);
    }

    /** What a JVM is given to run it as it is. */
    static List<String> program() {
        return List.of("-jar", shipped().toString());
    }

    /** Unpacks it by its own tool, its libraries beside it, and answers the jar to start. */
    static Path unpackInto(Path folder) {
        var jar = shipped();
        var command =
                List.of(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString());
        var scratch = ScratchFolder.create("venta-jar-");
        var log = scratch.resolve("extract.log");
        var tool = ChildProcess.start(command, Map.of(), log, "rm -rf '" + scratch + "'");
        var isDone = tool.endsWithin(UNPACKING) && tool.exitCode() == 0;
        tool.kill();
        if (!isDone) {
            throw new IllegalStateException(jar + " is not unpacked:\n" + tool.logTail());
        }
        ScratchFolder.delete(scratch);
        return folder.resolve(jar.getFileName());
    }

    /** Differs where the jar does, or the JVM that runs it. */
    static String fingerprint() {
        try {
            return String.join(
                    "\n",
                    shipped().toAbsolutePath().toString(),
                    Files.getLastModifiedTime(shipped()).toString(),
                    Long.toString(Files.size(shipped())),
                    java(),
                    Runtime.version().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The server is not packaged", e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
