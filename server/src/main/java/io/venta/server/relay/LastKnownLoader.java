package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the last known values from their store, at the start and after each time that this node may
 * have missed some; what is newer than what the node knows goes to the subscribers.
 *
 * <p>Where the store is out of reach it tries again every two seconds until it has read all.
 */
final class LastKnownLoader {

    private static final Logger log = LoggerFactory.getLogger(LastKnownLoader.class);
    private static final int PAGE = 1000;

    private final LastKnownValues store;
    private final Topics topics;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean stopped;

    LastKnownLoader(LastKnownValues store, Topics topics) {
        this.store = store;
        this.topics = topics;
    }

    /** Reads all before it returns, or leaves it to a thread in the background if it fails. */
    void loadFirst() {
        if (!loadAll()) {
            load();
        }
    }

    /** Begins to read; asked while it is about it, it reads once more. */
    void load() {
        if (asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name("last-known-loader").start(this::loadUntilDone);
        }
    }

    void stop() {
        stopped = true;
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
            for (var policy : topics.policies()) {
                String after = null;
                do {
                    var page = store.page(policy.family(), after, PAGE);
                    page.forEach(value -> topics.accept(policy, value));
                    after = page.size() < PAGE ? null : page.getLast().key();
                } while (after != null);
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("Failed to read the last known values, trying again: {}", e.getMessage());
            return false;
        }
    }
}
