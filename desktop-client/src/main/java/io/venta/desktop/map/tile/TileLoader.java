package io.venta.desktop.map.tile;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.CacheControl;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One tile on its way: first from disk, then, unless that is fresh, from its server. Runs once, on
 * a thread that may wait; cancelled from any.
 */
final class TileLoader {

    private static final long MOST_BYTES = 4L << 20;
    private static final String USER_AGENT =
            "Venta-Realtime-Desktop/0.1 (dispatcher's map; Java "
                    + Runtime.version().feature()
                    + ")";

    /** Fresh or not at all. */
    private static final CacheControl FRESH_FROM_DISK =
            new CacheControl.Builder().onlyIfCached().build();

    /** However old, where its server allows that. */
    private static final CacheControl FROM_DISK =
            new CacheControl.Builder()
                    .onlyIfCached()
                    .maxStale(Integer.MAX_VALUE, TimeUnit.SECONDS)
                    .build();

    private static final CacheControl AS_HTTP_SAYS = new CacheControl.Builder().build();

    /** What becomes of it. */
    enum Outcome {
        /** What was handed over last is as new as can be. */
        CURRENT,
        /** There is no such tile, or no way to it at the moment. */
        FAILED
    }

    /** Takes pictures as they come: at most one that is out of date and one that is not. */
    interface Receiver {
        void take(byte[] picture);
    }

    private final OkHttpClient client;
    private final String address;
    private final Receiver receiver;
    private volatile boolean cancelled;
    private volatile @Nullable Call call;

    TileLoader(OkHttpClient client, String address, Receiver receiver) {
        this.client = client;
        this.address = address;
        this.receiver = receiver;
    }

    /**
     * Loads it.
     *
     * @param known whether a picture of it is already shown, so that only a newer one counts
     */
    Outcome load(boolean known) {
        try {
            if (!known && (ask(FRESH_FROM_DISK, false) == Outcome.CURRENT)) {
                return Outcome.CURRENT;
            }
            if (!known) {
                ask(FROM_DISK, false);
            }
            return ask(AS_HTTP_SAYS, known);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Outcome.FAILED; // Not to be had, no address, or its window is closed.
        }
    }

    /** Nobody looks at it any more. */
    void cancel() {
        cancelled = true;
        Call under = call;
        if (under != null) {
            under.cancel();
        }
    }

    private Outcome ask(CacheControl how, boolean known) throws IOException {
        Request request =
                new Request.Builder()
                        .url(address)
                        .cacheControl(how)
                        .header("User-Agent", USER_AGENT)
                        .build();
        Call next = client.newCall(request);
        call = next;
        if (cancelled) {
            next.cancel();
        }
        try (Response response = next.execute()) {
            if (!response.isSuccessful()) {
                return Outcome.FAILED;
            }
            Response network = response.networkResponse();
            boolean same = network == null || network.code() == 304;
            if (!known || !same) {
                receiver.take(read(response.body()));
            }
            return Outcome.CURRENT;
        }
    }

    private static byte[] read(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(MOST_BYTES + 1)) {
            throw new IOException("A tile of more than " + MOST_BYTES + " bytes");
        }
        return source.readByteArray();
    }
}
