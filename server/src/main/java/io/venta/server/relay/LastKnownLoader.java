package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the last known values from their store, at the start and after each time that this node may
 * have missed some; what is newer than what the node knows goes to the subscribers, and so do the
 * removals that it missed.
 *
 * <p>Where the store is out of reach it tries again every two seconds until it has read all.
 */
final class LastKnownLoader {

    private static final Logger log = LoggerFactory.getLogger(LastKnownLoader.class);
    private static final int PAGE = 1000;

    private final LastKnownValues store;
    private final Topics topics;
    private final Lanes lanes;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean loaded;
    private volatile boolean stopped;

    LastKnownLoader(LastKnownValues store, Topics topics, Lanes lanes) {
        this.store = store;
        this.topics = topics;
        this.lanes = lanes;
    }

    /** Begins to read; asked while it is about it, it reads once more. */
    void load() {
        if (asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("last-known-loader").start(this::loadUntilDone);
        }
    }

    /** Whether all was read once. */
    boolean isLoaded() {
        return loaded;
    }

    /** Waits until all was read once, or it is stopped, but not longer than that. */
    void awaitLoaded(Duration most) throws InterruptedException {
        if (!settled.await(most.toNanos(), TimeUnit.NANOSECONDS)) {
            log.warn("Serving without the last known values; they follow when their store is back");
        }
    }

    void stop() {
        stopped = true;
        settled.countDown();
    }

    private void loadUntilDone() {
        try {
            int answered;
            do {
                answered = asked.get();
                while (!stopped && !loadAll()) {
                    TimeUnit.SECONDS.sleep(2);
                }
            } while (!asked.compareAndSet(answered, 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean loadAll() {
        try {
            if (loaded) {
                readAll(topics::accept);
            } else {
                loadFirst();
            }
            for (var policy : topics.policies()) {
                store.removals(policy.family())
                        .forEach((key, upTo) -> topics.removeIfOlder(policy, key, upTo));
            }
            loaded = true;
            settled.countDown();
            return true;
        } catch (RuntimeException e) {
            log.warn("Failed to read the last known values, trying again: {}", e.getMessage());
            return false;
        }
    }

    /** What was heard last comes first: who is to go when there are too many depends on it. */
    private void loadFirst() {
        var all = new ArrayList<Loaded>();
        readAll((policy, value) -> all.add(new Loaded(policy, value)));
        all.sort(Comparator.comparingLong(Loaded::heardAt).reversed());
        all.forEach(loaded -> topics.accept(loaded.policy, loaded.value));
        lanes.flush();
    }

    private void readAll(BiConsumer<TopicPolicy, RetainedValue> reader) {
        for (var policy : topics.policies()) {
            String after = null;
            do {
                var page = store.page(policy.family(), after, PAGE);
                page.forEach(value -> reader.accept(policy, value));
                lanes.flush();
                after = page.size() < PAGE ? null : page.getLast().key();
            } while (after != null && !stopped);
        }
    }

    private record Loaded(TopicPolicy policy, RetainedValue value) {

        long heardAt() {
            return value.heardAt();
        }
    }
}
