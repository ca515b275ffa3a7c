package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the last known values that this node answers for to their store, behind the backs of those
 * who wait for messages.
 *
 * <p>What came while a write was under way, and while it lingers after, goes with the next, the
 * newest of each key. Where the store is out of reach, the newest of each key waits and is tried
 * again every second; of more keys than a node may retain the first are dropped, and later all that
 * is retained is written.
 */
final class LastKnownWriter {

    private static final Logger log = LoggerFactory.getLogger(LastKnownWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration STOP_TIME = Duration.ofSeconds(5);

    private final LastKnownValues store;
    private final Ownership ownership;
    private final PendingChanges pending;
    private final Duration linger;
    private final StoreUpkeep upkeep;
    private final StoreMetrics metrics;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread writer;
    private volatile boolean reachable = true;

    LastKnownWriter(
            LastKnownValues store,
            Ownership ownership,
            PendingChanges pending,
            StoreUpkeep upkeep,
            StoreMetrics metrics,
            Duration linger) {
        this.store = store;
        this.ownership = ownership;
        this.pending = pending;
        this.upkeep = upkeep;
        this.metrics = metrics;
        this.linger = linger;
    }

    void start() {
        writer = Thread.ofVirtual().name("last-known-writer").start(this::run);
    }

    /** Writes what waits, and ends; a write that is under way has {@link #STOP_TIME} to end. */
    void stop() {
        stopping.countDown();
        pending.wake();
        var running = writer;
        if (running != null) {
            join(running);
        }
        attempt(this::flush);
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

    int pending() {
        return pending.size();
    }

    /**
     * Has a value written, if its key is this node's; while nodes have only just heard of each
     * other each writes what it hears, since the one it falls to may have missed it.
     *
     * @return whether this node has it written
     */
    boolean keep(String family, RetainedValue value) {
        var isForThisNode = ownership.isMine(value.key()) || ownership.isSettling();
        if (isForThisNode) {
            pending.keep(family, value);
        }
        return isForThisNode;
    }

    /** Has a value forgotten and the removal remembered, if its key is this node's. */
    void remove(String family, String key, Instant upTo) {
        if (ownership.isMine(key)) {
            pending.remove(family, key, upTo);
        }
    }

    private void run() {
        try {
            boolean isStopping;
            do {
                pending.await(upkeep.untilDue());
                var isFlushed = attempt(this::flush);
                var isKept = attempt(upkeep::run);
                isStopping = pause(isFlushed && isKept ? linger : RETRY);
            } while (!isStopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pause(Duration time) throws InterruptedException {
        return stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs what asks the store; what asked for nothing does not say how the store is. */
    private boolean attempt(StoreWork work) {
        try {
            if (work.run() && !reachable) {
                log.info("The store of last known values is back");
                reachable = true;
            }
            return true;
        } catch (RuntimeException e) {
            if (reachable) {
                log.warn("Last known values wait, their store is away: {}", e.getMessage());
            }
            reachable = false;
            return false;
        }
    }

    private boolean flush() {
        var taken = pending.take();
        var isAsked = !taken.isEmpty();
        try {
            for (var families = taken.entrySet().iterator(); families.hasNext(); ) {
                var family = families.next();
                write(family.getKey(), family.getValue());
                families.remove();
            }
            return isAsked;
        } catch (RuntimeException e) {
            pending.putBack(taken);
            throw e;
        }
    }

    private void write(String family, Map<String, PendingChanges.Change> changes) {
        changes.forEach(
                (key, change) -> {
                    if (change.removedUpTo() != null) {
                        store.remove(family, key, change.removedUpTo());
                    }
                });
        var newest =
                changes.values().stream()
                        .map(PendingChanges.Change::value)
                        .filter(Objects::nonNull)
                        .toList();
        if (!newest.isEmpty()) {
            store.keep(family, newest);
            metrics.wrote(newest.size());
        }
    }

    /** A piece of work with the store. */
    @FunctionalInterface
    private interface StoreWork {

        /** Answers whether the store was asked for anything. */
        boolean run();
    }
}
