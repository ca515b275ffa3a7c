package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When updates leave that are held for a number of milliseconds: at one moment for all sessions
 * that chose the same number, which costs one timer for all of them, and none while nothing is
 * held. Thread-safe.
 */
final class ConflationBeat {

    private static final Logger log = LoggerFactory.getLogger(ConflationBeat.class);

    private final int millis;
    private final ScheduledExecutorService timer;
    private final Lanes lanes;
    private List<HeldUpdates> due = new ArrayList<>();

    ConflationBeat(int millis, ScheduledExecutorService timer, Lanes lanes) {
        this.millis = millis;
        this.timer = timer;
        this.lanes = lanes;
    }

    /** Has what is held leave at the next beat. */
    synchronized void add(HeldUpdates held) {
        due.add(held);
        if (due.size() == 1) {
            try {
                var unused = timer.schedule(this::beat, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("No more beats: the node stops", e);
            }
        }
    }

    void beat() {
        var now = System.nanoTime();
        take().forEach(held -> held.release(now, lanes));
        lanes.flush();
    }

    private synchronized List<HeldUpdates> take() {
        var taken = due;
        due = new ArrayList<>();
        return taken;
    }
}
