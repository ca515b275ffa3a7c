package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps memory and store to what they should have, every two seconds: vendors that are not heard of
 * go, the store keeps no more than a node, and what the store may have lost is written again.
 *
 * <p>All that is retained here and is this node's is written again where the store has begun anew
 * or changes could not wait for it; what has become this node's, where the nodes have changed: who
 * answered for it before may have died with some unwritten. One thread only may run it.
 */
final class StoreUpkeep {

    private static final Logger log = LoggerFactory.getLogger(StoreUpkeep.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 1000;

    private final LastKnownValues store;
    private final Topics topics;
    private final Ownership ownership;
    private final PendingChanges pending;
    private final RetentionSettings settings;
    private final Clock clock;
    private final StoreMetrics metrics;
    private final AtomicBoolean nodesChanged = new AtomicBoolean();
    private Predicate<String> mine;
    private @Nullable String incarnation;
    private @Nullable Rewrite rewrite;
    private long next = System.nanoTime();

    StoreUpkeep(
            LastKnownValues store,
            Topics topics,
            Ownership ownership,
            PendingChanges pending,
            RetentionSettings settings,
            Clock clock,
            StoreMetrics metrics) {
        this.store = store;
        this.topics = topics;
        this.ownership = ownership;
        this.pending = pending;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.mine = ownership.now();
        ownership.onChange(() -> nodesChanged.set(true));
    }

    /** How long there is nothing to do. */
    Duration untilDue() {
        var left = rewrite == null ? next - System.nanoTime() : 0;
        return Duration.ofNanos(Math.max(0, left));
    }

    /**
     * Does a part of what is due.
     *
     * @return whether the store was asked for anything
     */
    boolean run() {
        var isDue = next - System.nanoTime() <= 0;
        if (isDue) {
            check();
            next = System.nanoTime() + PERIOD.toNanos();
        }
        if (rewrite != null && !rewrite.writeSome()) {
            rewrite = null;
        }
        return isDue;
    }

    /** Looks at everything once. */
    void check() {
        var unheardSince = clock.instant().minus(settings.vendorLifetime());
        int gone;
        do {
            gone = topics.forgetUnheardSince(unheardSince, MOST_AT_ONCE);
            metrics.expired(gone);
        } while (gone == MOST_AT_ONCE);
        checkIncarnation();
        checkNodes();
        metrics.forgotten(store.forget(unheardSince, settings.maxVendors()));
    }

    private void checkIncarnation() {
        var now = store.incarnation();
        var hasLost = incarnation != null && !incarnation.equals(now);
        if (hasLost) {
            log.warn("The store of last known values has begun anew; writing all again");
        }
        var hasDropped = pending.takeOverflow();
        if (hasLost || hasDropped) {
            writeAgain(ownership.now());
        }
        incarnation = now;
    }

    private void checkNodes() {
        if (nodesChanged.getAndSet(false)) {
            var before = mine;
            mine = ownership.now();
            writeAgain(mine.and(before.negate()));
        }
    }

    private void writeAgain(Predicate<String> keys) {
        rewrite = new Rewrite(store, topics, rewrite == null ? keys : keys.or(rewrite.keys()));
    }
}
