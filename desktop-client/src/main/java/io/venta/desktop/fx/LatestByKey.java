package io.venta.desktop.fx;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands the newest value of each key from any thread to one executor, with one drain pending at
 * most: however fast values come, the receiver does no more work than there are keys.
 *
 * @param <K> what a value belongs to
 * @param <V> what counts only until the next one comes
 */
public final class LatestByKey<K, V> {

    private final Executor executor;
    private final Consumer<Collection<V>> receiver;
    private Map<K, V> newest = new HashMap<>();

    /**
     * @param executor where the receiver runs
     * @param receiver takes what has gathered since the last time, in no particular order
     */
    public LatestByKey(Executor executor, Consumer<Collection<V>> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    /** Replaces what waits for the same key. */
    public void put(K key, V value) {
        boolean first;
        synchronized (this) {
            first = newest.isEmpty();
            newest.put(key, value);
        }
        if (first) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        Map<K, V> gathered;
        synchronized (this) {
            gathered = newest;
            newest = new HashMap<>();
        }
        receiver.accept(gathered.values());
    }
}
