package io.venta.desktop.map.tile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that fills a cache with tiles, several at once, until its input ends: {@code
 * TileHoarder <folder> <address>}. The tiles are numbered behind the address.
 */
final class TileHoarder {

    static final int AT_ONCE = 6;

    private TileHoarder() {}

    public static void main(String[] arguments) throws IOException {
        TileCache cache = TileCache.open(Path.of(arguments[0]));
        AtomicInteger next = new AtomicInteger();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread.ofPlatform().daemon().start(() -> hoard(cache, arguments[1], next));
        }
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void hoard(TileCache cache, String address, AtomicInteger next) {
        while (true) {
            new TileLoader(cache.client(), address + next.getAndIncrement(), tile -> {})
                    .load(false);
        }
    }
}
