package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes last known values to their store behind the backs of those who wait for messages.
 *
 * <p>What came while a write was under way goes with the next, the newest of each key. Where the
 * store is out of reach, the newest of each key waits and is tried again every second: one value a
 * key is the bound.
 */
final class LastKnownWriter {

    private static final Logger log = LoggerFactory.getLogger(LastKnownWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP_TIME = Duration.ofSeconds(5);

    private final LastKnownValues store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private Map<String, Map<String, Change>> waiting = new HashMap<>();
    private @Nullable Thread writer;
    private volatile boolean reachable = true;
    private volatile boolean stopped;

    LastKnownWriter(LastKnownValues store) {
        this.store = store;
    }

    void start() {
        writer = Thread.ofVirtual().name("last-known-writer").start(this::run);
    }

    /** Writes what waits, and ends; a write that is under way has {@link #STOP_TIME} to end. */
    void stop() {
        stopped = true;
        var running = writer;
        if (running != null) {
            lock.lock();
            try {
                arrived.signal();
            } finally {
                lock.unlock();
            }
            join(running);
        }
        flush();
    }

    private static void join(Thread running) {
        try {
            if (!running.join(STOP_TIME)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isReachable() {
        return reachable;
    }

    void keep(String family, RetainedValue value) {
        lock.lock();
        try {
            merge(family, value.key(), new Change(false, value));
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    void remove(String family, String key) {
        lock.lock();
        try {
            merge(family, key, new Change(true, null));
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                awaitArrival();
                if (!flush()) {
                    awaitRetry();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitArrival() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !stopped) {
                arrived.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitRetry() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = RETRY.toNanos();
            while (left > 0 && !stopped) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean flush() {
        var complete = true;
        for (var family : take().entrySet()) {
            try {
                write(family.getKey(), family.getValue());
                reachable = true;
            } catch (RuntimeException e) {
                if (reachable) {
                    log.warn("Last known values wait, their store is away: {}", e.getMessage());
                }
                reachable = false;
                complete = false;
                putBack(family.getKey(), family.getValue());
            }
        }
        return complete;
    }

    private void write(String family, Map<String, Change> changes) {
        changes.forEach(
                (key, change) -> {
                    if (change.removed()) {
                        store.remove(family, key);
                    }
                });
        var newest = changes.values().stream().map(Change::value).filter(Objects::nonNull).toList();
        if (!newest.isEmpty()) {
            store.keep(family, newest);
        }
    }

    private Map<String, Map<String, Change>> take() {
        lock.lock();
        try {
            var taken = waiting;
            waiting = new HashMap<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(String family, Map<String, Change> changes) {
        lock.lock();
        try {
            var later = waiting.getOrDefault(family, Map.of());
            waiting.put(family, new HashMap<>(changes));
            later.forEach((key, change) -> merge(family, key, change));
        } finally {
            lock.unlock();
        }
    }

    private void merge(String family, String key, Change change) {
        waiting.computeIfAbsent(family, _ -> new HashMap<>()).merge(key, change, Change::then);
    }

    /**
     * What became of a key.
     *
     * @param removed whether it is to be forgotten first
     * @param value what is then to be kept, if anything
     */
    private record Change(boolean removed, @Nullable RetainedValue value) {

        Change then(Change next) {
            if (next.removed) {
                return next;
            }
            var newer =
                    value != null && next.value != null && !next.value.isNewerThan(value)
                            ? value
                            : next.value;
            return new Change(removed, newer);
        }
    }
}
