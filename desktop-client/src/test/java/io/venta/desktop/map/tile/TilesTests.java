package io.venta.desktop.map.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.map.tile.TileSource.Tile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Tile TILE = new Tile(3, 4, 5);

    private final AtomicLong nanos = new AtomicLong();

    /** What waits for the JavaFX thread, which is the test's own. */
    private final ConcurrentLinkedQueue<Runnable> fx = new ConcurrentLinkedQueue<>();

    private final StubTileServer server = new StubTileServer();
    private final TileCache cache;
    private final Tiles tiles;

    TilesTests(@TempDir Path folder) throws IOException {
        cache = TileCache.open(folder);
        tiles = new Tiles(server.source(), cache, fx::add, () -> {}, nanos::get, Tiles.Again.USUAL);
    }

    @AfterEach
    void stop() {
        cache.close();
        server.close();
    }

    @Test
    void bringsATile() throws IOException {
        server.answers(200, picture(), Map.of("Cache-Control", "max-age=600"));
        await().atMost(PATIENCE).until(() -> see(TILE));
        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().path()).isEqualTo("/3/4/5.png");
    }

    @Test
    void triesAFailedOneAgainLater() throws IOException {
        server.answers(503, new byte[0], Map.of());
        await().atMost(PATIENCE)
                .until(
                        () -> {
                            see(TILE);
                            return server.asked().size() == 1 && idle();
                        });
        server.answers(200, picture(), Map.of("Cache-Control", "max-age=600"));
        see(TILE);
        assertThat(idle()).as("rests").isTrue();
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        await().atMost(PATIENCE).until(() -> see(TILE));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void asksAgainForWhatIsShownForLong() throws IOException {
        Map<String, String> headers = Map.of("Cache-Control", "max-age=0", "ETag", "\"a\"");
        server.answers(200, picture(), headers);
        await().atMost(PATIENCE).until(() -> see(TILE) && idle());
        see(TILE);
        assertThat(idle()).isTrue();
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        await().atMost(PATIENCE).until(() -> see(TILE) && server.asked().size() == 2 && idle());
    }

    @Test
    void callsNoMoreForWhatIsOutOfSight() throws IOException {
        server.answers(200, picture(), Map.of("Cache-Control", "max-age=600"));
        tiles.get(TILE);
        assertThat(idle()).isFalse();
        tiles.settle();
        tiles.settle();
        assertThat(idle()).isTrue();
    }

    @Test
    void asksForAFewAtATime() {
        for (int i = 0; i < 20; i++) {
            tiles.get(new Tile(5, i, 0));
        }
        assertThat(tiles.underWay()).isEqualTo(6);
    }

    @Test
    void readsAttributionsWrittenForPages() {
        assertThat(
                        new TileSource("x", "&copy; <a href=\"https://x\">Some &amp; Co</a>")
                                .attribution())
                .isEqualTo("© Some & Co");
    }

    /** Looks at one tile as a frame does. */
    private boolean see(Tile tile) {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
        boolean here = tiles.get(tile).isPresent();
        tiles.settle();
        return here;
    }

    private boolean idle() {
        return tiles.underWay() == 0;
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
