package io.venta.desktop.map.tile;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The tiles seen last, and the way to further ones. JavaFX thread only; loads beside it, a few at a
 * time, those asked for first before the others, and tells when one came. What is no longer asked
 * for is cancelled. One that fails is tried again, later each time; one that is shown for long is
 * asked for again, so that a window that stays open all day shows no old map.
 */
public final class Tiles {

    private static final int KEPT = 512;
    private static final int AT_ONCE = 6;

    /**
     * When to ask again.
     *
     * @param afterFailure the first time; twice as long with each further failure
     * @param longest that this grows to
     * @param shown for something that is shown already
     */
    record Again(Duration afterFailure, Duration longest, Duration shown) {

        static final Again USUAL =
                new Again(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    /** A picture, or none, and when to look again. */
    private static final class Held {

        private @Nullable Image image;
        private int failures;
        private long dueAt;

        Held(long dueAt) {
            this.dueAt = dueAt;
        }
    }

    private final TileSource source;
    private final TileCache cache;
    private final Executor fx;
    private final Runnable arrived;
    private final LongSupplier nanoTime;
    private final Again again;
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TileSource.Tile, TileLoader> underWay = new HashMap<>();
    private final Set<TileSource.Tile> wanted = new HashSet<>();
    private boolean waking;
    private long wakesAt;
    private final Map<TileSource.Tile, Held> held =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TileSource.Tile, Held> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @param fx the JavaFX thread
     * @param arrived called there when there is more to see, or something to ask for again
     */
    public Tiles(TileSource source, TileCache cache, Executor fx, Runnable arrived) {
        this(source, cache, fx, arrived, System::nanoTime, Again.USUAL);
    }

    Tiles(
            TileSource source,
            TileCache cache,
            Executor fx,
            Runnable arrived,
            LongSupplier nanoTime,
            Again again) {
        this.source = source;
        this.cache = cache;
        this.fx = fx;
        this.arrived = arrived;
        this.nanoTime = nanoTime;
        this.again = again;
    }

    /** Where they come from. */
    public TileSource source() {
        return source;
    }

    /** The tile, if it is here; if not, or if it was here for long, it is asked for. */
    Optional<Image> get(TileSource.Tile tile) {
        wanted.add(tile);
        long now = nanoTime.getAsLong();
        Held known = held.computeIfAbsent(tile, none -> new Held(now));
        if (known.dueAt - now <= 0 && underWay.size() < AT_ONCE && !underWay.containsKey(tile)) {
            load(tile, known.image != null);
        }
        return Optional.ofNullable(known.image);
    }

    /** The tile, if it is here. */
    Optional<Image> peek(TileSource.Tile tile) {
        Held known = held.get(tile);
        return known == null ? Optional.empty() : Optional.ofNullable(known.image);
    }

    /** How many are on their way. */
    int underWay() {
        return underWay.size();
    }

    /** All that is in sight was asked for: the rest need not come. */
    void settle() {
        underWay.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && stop(entry));
        long now = nanoTime.getAsLong();
        wanted.stream()
                .filter(tile -> !underWay.containsKey(tile))
                .map(held::get)
                .filter(Objects::nonNull)
                .mapToLong(known -> known.dueAt - now)
                .filter(wait -> wait > 0)
                .min()
                .ifPresent(wait -> wake(now, wait));
        wanted.clear();
    }

    private static boolean stop(Map.Entry<TileSource.Tile, TileLoader> entry) {
        entry.getValue().cancel();
        return true;
    }

    private void load(TileSource.Tile tile, boolean known) {
        TileLoader loader =
                new TileLoader(
                        cache.client(),
                        source.address(tile),
                        bytes -> show(tile, new Image(new ByteArrayInputStream(bytes))));
        underWay.put(tile, loader);
        background.execute(
                () -> {
                    TileLoader.Outcome outcome = loader.load(known);
                    fx.execute(() -> ended(tile, loader, outcome));
                });
    }

    private void show(TileSource.Tile tile, Image image) {
        fx.execute(
                () -> {
                    Held known = held.get(tile);
                    if (known != null && !image.isError()) {
                        known.image = image;
                        arrived.run();
                    }
                });
    }

    private void ended(TileSource.Tile tile, TileLoader loader, TileLoader.Outcome outcome) {
        if (!underWay.remove(tile, loader)) {
            return;
        }
        Held known = held.get(tile);
        if (known != null) {
            boolean failed = outcome == TileLoader.Outcome.FAILED || known.image == null;
            known.failures = failed ? known.failures + 1 : 0;
            known.dueAt = nanoTime.getAsLong() + wait(known.failures).toNanos();
        }
        arrived.run();
    }

    private Duration wait(int failures) {
        if (failures == 0) {
            return again.shown();
        }
        Duration longer = again.afterFailure().multipliedBy(1L << Math.min(failures - 1, 16));
        return longer.compareTo(again.longest()) < 0 ? longer : again.longest();
    }

    /** One call at a time is enough: whoever is called asks for everything that is due. */
    private void wake(long now, long wait) {
        if (waking && wakesAt - now > 0 && wakesAt - now <= wait) {
            return;
        }
        waking = true;
        wakesAt = now + wait;
        CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, fx).execute(arrived);
    }
}
