package io.venta.desktop.map.tile;

import io.venta.desktop.fx.NumberedLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Cache;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The way to tile servers, with what they sent kept on disk as HTTP allows: bounded, least recently
 * used first to go, asked for again by ETag or date once it is no longer fresh. A picture is moved
 * to its place when it is whole, so that none is seen that a killed process left half written. Each
 * window has a folder of its own, for the files of one tell one process alone what is in them. If
 * the disk cannot be used, tiles come from their server each time. Any thread.
 */
public final class TileCache implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TileCache.class.getName());
    private static final String NAME = "tiles";
    private static final long MOST_BYTES = 128L << 20;
    private static final int MOST_WINDOWS = 8;

    /** Where a server says nothing: what the tile policy of OpenStreetMap asks of its clients. */
    private static final String FRESH_FOR_A_WEEK = "max-age=604800";

    private final Optional<NumberedLock> lock;
    private final OkHttpClient client;

    private TileCache(Optional<NumberedLock> lock, Optional<Cache> disk) {
        this.lock = lock;
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .readTimeout(Duration.ofSeconds(20))
                        .callTimeout(Duration.ofSeconds(30))
                        .addNetworkInterceptor(TileCache::withFreshness);
        disk.ifPresent(builder::cache);
        client = builder.build();
    }

    /** In the first folder below this one that no other window has. */
    public static TileCache open(Path folder) {
        return open(folder, MOST_BYTES);
    }

    static TileCache open(Path folder, long mostBytes) {
        Optional<NumberedLock> lock = NumberedLock.claim(folder, NAME, MOST_WINDOWS);
        if (lock.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "Tiles are not kept: no room in {0}", folder);
        }
        return new TileCache(
                lock,
                lock.map(held -> folder.resolve(NAME + "-" + held.number()))
                        .map(own -> new Cache(own.toFile(), mostBytes)));
    }

    OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        Cache disk = client.cache();
        try {
            if (disk != null) {
                disk.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "What is not written is fetched again", e);
        }
        client.connectionPool().evictAll();
        lock.ifPresent(NumberedLock::close);
    }

    private static Response withFreshness(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean told =
                response.header("Cache-Control") != null
                        || response.header("Pragma") != null
                        || response.header("Expires") != null
                        || response.header("Last-Modified") != null;
        return told || !response.isSuccessful()
                ? response
                : response.newBuilder().header("Cache-Control", FRESH_FOR_A_WEEK).build();
    }
}
