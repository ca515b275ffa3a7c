package io.venta.server.relay;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flushes sessions: on the thread that has something for them, and where they are many, on threads
 * of its own as well.
 *
 * <p>A message for a few leaves without a hand-over between threads, which would cost more than
 * writing it. Order is each session's own business; flushing twice does no harm. Thread-safe.
 */
final class Lanes {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    /** Flushing so many takes about as long as waking a thread. */
    private static final int ALONE = 32;

    private final Queue<ClientSession> due = new ConcurrentLinkedQueue<>();
    private final @Nullable Thread[] helpers;
    private volatile boolean stopped;

    /**
     * Lanes with threads of their own.
     *
     * @param helpers how many
     */
    Lanes(int helpers) {
        this.helpers =
                IntStream.range(0, helpers)
                        .mapToObj(
                                i ->
                                        Thread.ofPlatform()
                                                .daemon()
                                                .name("lane-" + i)
                                                .start(this::help))
                        .toArray(Thread[]::new);
    }

    /** Has a session flushed by the next {@link #flush()} of whoever. */
    void add(ClientSession session) {
        due.add(session);
    }

    /** Flushes all that are due, those too that others have added. */
    void flush() {
        for (int i = 0; i < ALONE; i++) {
            var session = due.poll();
            if (session == null) {
                return;
            }
            flush(session);
        }
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
        flushAll();
    }

    void stop() {
        stopped = true;
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void help() {
        while (!stopped) {
            flushAll();
            if (due.isEmpty()) {
                LockSupport.park(this);
            }
        }
    }

    private void flushAll() {
        for (var session = due.poll(); session != null; session = due.poll()) {
            flush(session);
        }
    }

    /** What goes wrong with one session is not the others' loss. */
    private static void flush(ClientSession session) {
        try {
            session.flush();
        } catch (RuntimeException e) {
            log.warn("Failed to write to session {}", session.id(), e);
        }
    }
}
