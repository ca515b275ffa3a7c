package io.venta.desktop.map.ground;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The tiles seen last, and the way to further ones. JavaFX thread only; fetches beside it, a few at
 * a time, and tells when one came. A tile that fails is left alone for a minute.
 */
final class Tiles {

    private static final int KEPT = 256;
    private static final int AT_ONCE = 6;
    private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final String USER_AGENT = "Venta-Realtime-Desktop/0.1";

    private final TileSource source;
    private final Executor fx;
    private final Runnable arrived;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final Set<TileSource.Tile> underWay = new HashSet<>();
    private final Map<TileSource.Tile, Long> failed = new HashMap<>();
    private final Map<TileSource.Tile, Image> images =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TileSource.Tile, Image> eldest) {
                    return size() > KEPT;
                }
            };

    Tiles(TileSource source, Executor fx, Runnable arrived) {
        this.source = source;
        this.fx = fx;
        this.arrived = arrived;
    }

    TileSource source() {
        return source;
    }

    /** The tile, if it is here; if not it is fetched. */
    Optional<Image> get(TileSource.Tile tile) {
        Image image = images.get(tile);
        if (image == null) {
            fetch(tile);
        }
        return Optional.ofNullable(image);
    }

    /** The tile, if it is here. */
    Optional<Image> peek(TileSource.Tile tile) {
        return Optional.ofNullable(images.get(tile));
    }

    private void fetch(TileSource.Tile tile) {
        Long failedAt = failed.get(tile);
        boolean resting = failedAt != null && System.nanoTime() - failedAt < RETRY_NANOS;
        if (resting || underWay.size() >= AT_ONCE || !underWay.add(tile)) {
            return;
        }
        HttpRequest request =
                HttpRequest.newBuilder(source.address(tile))
                        .header("User-Agent", USER_AGENT)
                        .timeout(Duration.ofSeconds(20))
                        .build();
        var unused =
                http.sendAsync(request, BodyHandlers.ofByteArray())
                        .thenApply(Tiles::image)
                        .whenComplete((image, failure) -> fx.execute(() -> took(tile, image)));
    }

    private static @Nullable Image image(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            return null;
        }
        Image image = new Image(new ByteArrayInputStream(response.body()));
        return image.isError() ? null : image;
    }

    private void took(TileSource.Tile tile, @Nullable Image image) {
        underWay.remove(tile);
        if (image == null) {
            failed.put(tile, System.nanoTime());
        } else {
            failed.remove(tile);
            images.put(tile, image);
        }
        arrived.run();
    }
}
