package io.venta.server.relay;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Holds updates for sessions that want fewer, see the header {@code conflate}. Thread-safe. */
final class Conflation {

    private final ConcurrentMap<Integer, ConflationBeat> beats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer;
    private final Lanes lanes;
    private final RelayFigures figures;

    /** Beats on a thread of its own. */
    Conflation(Lanes lanes, RelayFigures figures) {
        this(
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("conflation").factory()),
                lanes,
                figures);
    }

    Conflation(ScheduledExecutorService timer, Lanes lanes, RelayFigures figures) {
        this.timer = timer;
        this.lanes = lanes;
        this.figures = figures;
    }

    /** A place to hold a session's updates for so long. */
    HeldUpdates held(ClientSession session, int millis) {
        var beat =
                beats.computeIfAbsent(millis, wanted -> new ConflationBeat(wanted, timer, lanes));
        return new HeldUpdates(session, beat, figures);
    }

    void stop() {
        timer.shutdownNow();
    }
}
