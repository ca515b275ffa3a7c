package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server unpacked beside its jar, where no class is looked for in a jar within a jar, with a
 * cache of the classes that a JVM has loaded and linked when it has served a client: so it starts
 * in half the time. Made by the first tests that need it, while others wait, and kept until the jar
 * or the JVM is another one. Thread-safe.
 *
 * <p>Without the cache, or where a JVM cannot use it, a server starts as it does anywhere.
 */
final class QuickServer {

    private static final System.Logger LOG = System.getLogger(QuickServer.class.getName());

    /** The JVM that ends writes the cache, which takes ten seconds of work. */
    private static final Duration WRITING = Duration.ofMinutes(3);

    private static @Nullable List<String> program;

    private final Path folder;
    private final Path cache;
    private final Path mark;

    private QuickServer(Path folder) {
        this.folder = folder;
        this.cache = folder.resolve("classes.aot");
        this.mark = folder.resolve("made-of.txt");
    }

    /** What a JVM is given to run it. */
    static synchronized List<String> program() {
        if (program == null) {
            program = new QuickServer(ServerJar.shipped().resolveSibling("unpacked")).make();
        }
        return program;
    }

    private List<String> make() {
        var lock = folder.resolveSibling("unpacked.lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var fingerprint = ServerJar.fingerprint();
            var jar = folder.resolve(ServerJar.shipped().getFileName());
            if (!Files.exists(mark) || !Files.readString(mark).equals(fingerprint)) {
                ScratchFolder.delete(folder);
                jar = ServerJar.unpackInto(folder);
                fillCache(List.of("-jar", jar.toString()));
                // At last: what was cut off half-way must not pass for whole.
                Files.writeString(mark, fingerprint);
            }
            var plain = List.of("-jar", jar.toString());
            return Files.exists(cache) ? with("-XX:AOTCache=" + cache, plain) : plain;
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be unpacked", e);
        }
    }

    private void fillCache(List<String> plain) {
        var builder = ServerProcess.embedded().program(with("-XX:AOTCacheOutput=" + cache, plain));
        try (var server = builder.start()) {
            serveOneClient(server);
            server.stop(WRITING);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "The server does not run for the cache", e);
        }
        if (!Files.exists(cache)) {
            LOG.log(System.Logger.Level.WARNING, "No cache of classes: servers start slowly");
        }
    }

    private static void serveOneClient(ServerProcess server) {
        var token = server.login("demo-service");
        server.get("/api/vendors", token);
        server.metric("venta_");
        try (var client = StompTestClient.connect(server.wsUrl(), token)) {
            client.subscribe("/user/queue/errors");
            client.sendAwaitingReceipt(
                    "/app/location.report",
                    """
                    {"vendorId":"v1","location":{"lat":1,"long":2}}""");
            client.send(new StompFrame("DISCONNECT", Map.of(), ""));
            client.awaitClose(Duration.ofSeconds(10));
        }
    }

    private static List<String> with(String option, List<String> plain) {
        return Stream.concat(Stream.of(option), plain.stream()).toList();
    }
}
