package io.venta.desktop.map.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.map.tile.TileLoader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileCacheTests {

    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5, 6, 7};

    private final Path folder;
    private final StubTileServer server = new StubTileServer();
    private TileCache cache;
    private final List<byte[]> taken = new ArrayList<>();

    TileCacheTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.cache = TileCache.open(folder);
    }

    @AfterEach
    void stop() {
        cache.close();
        server.close();
    }

    @Test
    void takesFromDiskWhatIsFresh() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=600"));
        assertThat(load()).isEqualTo(Outcome.CURRENT);
        restart();
        assertThat(load()).isEqualTo(Outcome.CURRENT);
        assertThat(taken).containsExactly(OLD, OLD);
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().headers().getFirst("User-Agent"))
                .startsWith("Venta-Realtime-Desktop/");
    }

    @Test
    void asksByTagWhetherWhatIsOldStillHolds() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=0", "ETag", "\"a\""));
        load();
        taken.clear();
        assertThat(load()).isEqualTo(Outcome.CURRENT);
        assertThat(taken).as("the old one, then the same").containsOnly(OLD);
        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().getLast().headers().getFirst("If-None-Match")).isEqualTo("\"a\"");
    }

    @Test
    void asksByDateWhereThereIsNoTag() {
        String day = "Thu, 26 Nov 2026 12:00:00 GMT";
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=0", "Last-Modified", day));
        load();
        load();
        assertThat(server.asked().getLast().headers().getFirst("If-Modified-Since")).isEqualTo(day);
    }

    @Test
    void showsTheOldOneUntilTheNewOneIsHere() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=0", "ETag", "\"a\""));
        load();
        taken.clear();
        server.answers(200, NEW, Map.of("Cache-Control", "max-age=0", "ETag", "\"b\""));
        assertThat(load()).isEqualTo(Outcome.CURRENT);
        assertThat(taken).containsExactly(OLD, NEW);
    }

    @Test
    void handsOverOnlyANewerOneToWhoKnowsIt() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=0", "ETag", "\"a\""));
        load();
        taken.clear();
        assertThat(loader().load(true)).isEqualTo(Outcome.CURRENT);
        assertThat(taken).isEmpty();
    }

    @Test
    void showsTheOldOneWhileTheServerIsAway() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=0", "ETag", "\"a\""));
        load();
        taken.clear();
        server.answers(503, NEW, Map.of());
        assertThat(load()).isEqualTo(Outcome.FAILED);
        server.close();
        assertThat(load()).isEqualTo(Outcome.FAILED);
        assertThat(taken).containsExactly(OLD, OLD);
    }

    @Test
    void keepsNothingOfWhatMustNotBeStored() {
        server.answers(200, OLD, Map.of("Cache-Control", "no-store", "ETag", "\"a\""));
        load();
        server.close();
        assertThat(load()).isEqualTo(Outcome.FAILED);
        assertThat(taken).containsExactly(OLD);
    }

    @Test
    void asksFirstWhereTheServerInsists() {
        for (String control : List.of("no-cache", "max-age=0, must-revalidate")) {
            taken.clear();
            server.answers(200, OLD, Map.of("Cache-Control", control, "ETag", '"' + control + '"'));
            load();
            server.answers(503, NEW, Map.of());
            assertThat(load()).isEqualTo(Outcome.FAILED);
            assertThat(taken).as(control).containsExactly(OLD);
        }
    }

    @Test
    void keepsForSomeTimeWhatTheServerSaysNothingOf() {
        server.answers(200, OLD, Map.of());
        load();
        load();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void takesNoMoreRoomThanItMay() throws IOException {
        cache.close();
        long most = 100_000;
        cache = TileCache.open(folder, most);
        server.answers(200, new byte[20_000], Map.of("Cache-Control", "max-age=600"));
        for (int i = 0; i < 30; i++) {
            load("/" + i);
        }
        cache.close();
        assertThat(bytesOnDisk()).isBetween(20_000L, most + 10_000);
        cache = TileCache.open(folder, most);
        load("/29");
        load("/0");
        assertThat(server.asked()).as("the newest was kept, the oldest was not").hasSize(31);
    }

    @Test
    void givesASecondWindowAFolderOfItsOwn() {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=600"));
        load();
        try (TileCache second = TileCache.open(folder)) {
            new TileLoader(second.client(), server.address("/t"), taken::add).load(false);
            assertThat(server.asked()).hasSize(2);
            load();
            assertThat(server.asked()).hasSize(2);
            assertThat(taken).containsOnly(OLD);
        }
    }

    @Test
    void showsNothingOfAHalfWrittenFile() throws IOException {
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=600"));
        load();
        cache.close();
        try (Stream<Path> files = Files.list(folder.resolve("tiles-1"))) {
            Path written = files.filter(f -> f.toString().endsWith(".1")).findFirst().orElseThrow();
            Files.move(written, Path.of(written + ".tmp"));
        }
        cache = TileCache.open(folder);
        taken.clear();
        server.answers(200, NEW, Map.of("Cache-Control", "max-age=600"));
        assertThat(load()).isEqualTo(Outcome.CURRENT);
        assertThat(taken).containsExactly(NEW);
    }

    @Test
    void worksWithoutADisk() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        server.answers(200, OLD, Map.of("Cache-Control", "max-age=600"));
        try (TileCache none = TileCache.open(file)) {
            assertThat(new TileLoader(none.client(), server.address("/t"), taken::add).load(false))
                    .isEqualTo(Outcome.CURRENT);
        }
        assertThat(taken).containsExactly(OLD);
    }

    @Test
    void failsOnWhatIsNoTile() {
        server.answers(404, OLD, Map.of());
        assertThat(load()).isEqualTo(Outcome.FAILED);
        server.answers(200, new byte[5 << 20], Map.of());
        assertThat(load()).isEqualTo(Outcome.FAILED);
        assertThat(new TileLoader(cache.client(), "no address", taken::add).load(false))
                .isEqualTo(Outcome.FAILED);
        TileLoader cancelled = loader();
        cancelled.cancel();
        assertThat(cancelled.load(false)).isEqualTo(Outcome.FAILED);
        assertThat(taken).isEmpty();
    }

    private Outcome load() {
        return load("/t");
    }

    private Outcome load(String path) {
        return new TileLoader(cache.client(), server.address(path), taken::add).load(false);
    }

    private TileLoader loader() {
        return new TileLoader(cache.client(), server.address("/t"), taken::add);
    }

    private void restart() {
        cache.close();
        cache = TileCache.open(folder);
    }

    private long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tiles-1"))) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
