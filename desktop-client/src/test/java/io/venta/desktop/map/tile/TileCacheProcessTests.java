package io.venta.desktop.map.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.map.tile.TileLoader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desktops that are killed while they write tiles, and two with one folder: real processes. */
class TileCacheProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WHOLE = 20;
    private static final int HALF = TileHoarder.AT_ONCE;

    private final Path folder;
    private final StubTileServer server = new StubTileServer();
    private final byte[] tile = new byte[100_000];
    private final List<Process> processes = new ArrayList<>();

    TileCacheProcessTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @BeforeEach
    void answer() {
        new Random(5).nextBytes(tile);
        server.answers(200, tile, Map.of("Cache-Control", "max-age=600"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            kill(process);
        }
        server.close();
    }

    @Test
    void outlivesAProcessThatIsKilledWhileItWrites() throws Exception {
        for (String round : List.of("/once/", "/twice/")) {
            server.sendsHalfOf(path -> number(path, round) >= WHOLE);
            Process writer = hoard(round);
            await().atMost(PATIENCE).until(() -> halfWritten() == HALF);
            kill(writer);
            server.sendsHalfOf(path -> false);
            try (TileCache cache = TileCache.open(folder)) {
                for (int i = 0; i < WHOLE + HALF; i++) {
                    assertTile(cache, round + i);
                    assertThat(asked(round + i)).isEqualTo(i < WHOLE ? 1 : 2);
                }
            }
            assertThat(halfWritten()).as("what it left behind").isZero();
        }
        assertThat(folder.resolve("tiles-2")).as("the lock goes with its process").doesNotExist();
    }

    @Test
    void givesAnotherProcessAFolderOfItsOwn() throws Exception {
        server.sendsHalfOf(path -> number(path, "/other/") >= WHOLE);
        hoard("/other/");
        await().atMost(PATIENCE).until(() -> halfWritten() == HALF);
        try (TileCache own = TileCache.open(folder)) {
            assertTile(own, "/other/0");
            assertTile(own, "/other/0");
            assertThat(asked("/other/0")).as("once by each").isEqualTo(2);
            assertThat(folder.resolve("tiles-2")).isDirectory();
        }
        await("the other is left alone").atMost(PATIENCE).until(() -> halfWritten() == HALF);
    }

    private void assertTile(TileCache cache, String path) {
        List<byte[]> taken = new ArrayList<>();
        assertThat(new TileLoader(cache.client(), server.address(path), taken::add).load(false))
                .isEqualTo(Outcome.CURRENT);
        assertThat(taken).containsExactly(tile);
    }

    /** How many tiles a process has begun to write into the first folder, and not ended. */
    private long halfWritten() throws IOException {
        Path first = folder.resolve("tiles-1");
        if (!Files.exists(first)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(first)) {
            return files.map(Path::toFile)
                    .filter(file -> file.getName().endsWith(".1.tmp") && file.length() > 0)
                    .count();
        }
    }

    private long asked(String path) {
        return server.asked().stream().filter(asked -> asked.path().equals(path)).count();
    }

    private Process hoard(String path) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TileHoarder.class.getName(),
                                folder.toString(),
                                server.address(path))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        processes.add(process);
        return process;
    }

    /** At once, without a chance to tidy up. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static int number(String path, String behind) {
        return path.startsWith(behind) ? Integer.parseInt(path.substring(behind.length())) : -1;
    }
}
