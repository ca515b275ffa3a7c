package io.venta.server.security;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done with a store now and then, and when it is asked for, on a thread of its
 * own: it may wait there as long as it must. Where it fails it is done again the next time; the log
 * says so once.
 */
final class StoreErrand {

    private static final Logger log = LoggerFactory.getLogger(StoreErrand.class);

    private final ScheduledExecutorService thread;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final String name;
    private final Runnable errand;
    private boolean failing;

    StoreErrand(String name, Runnable errand) {
        this.name = name;
        this.errand = errand;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Does it now, and from then on with so much time in between. */
    void start(Duration pause) {
        var unused =
                thread.scheduleWithFixedDelay(
                        this::run, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has it done soon; waits for nothing. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException e) {
                log.debug("Nothing more is done for {}: the node stops", name, e);
            }
        }
    }

    void stop() {
        thread.shutdownNow();
    }

    private void run() {
        asked.set(false);
        try {
            errand.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("The {} wait, their store is away: {}", name, e.getMessage());
            }
            failing = true;
        }
    }
}
