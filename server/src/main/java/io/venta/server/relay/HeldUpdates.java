package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;

/**
 * The updates that a session wants together, once in so many milliseconds: of each vendor the
 * newest. Thread-safe.
 *
 * <p>Holding is done under the lock of {@link Topics}, once for each update and subscriber, and
 * costs a look-up in the subscription's own {@link Subscription#pending() map}.
 */
final class HeldUpdates {

    private final ClientSession session;
    private final ConflationBeat beat;
    private final RelayFigures figures;
    private List<Outgoing> held = new ArrayList<>();

    HeldUpdates(ClientSession session, ConflationBeat beat, RelayFigures figures) {
        this.session = session;
        this.beat = beat;
        this.figures = figures;
    }

    /** Holds an update, in place of an older one of its vendor. */
    void hold(Subscription subscription, Delivery delivery) {
        if (put(subscription, delivery)) {
            beat.add(this);
        }
    }

    /** Gives the session what is held; it is still to be flushed. */
    synchronized void release(long now, Lanes lanes) {
        for (var outgoing : held) {
            outgoing.release(now);
        }
        held.removeIf(Outgoing::isUnwanted);
        session.addAll(held, now, lanes);
        held = new ArrayList<>();
    }

    private synchronized boolean put(Subscription subscription, Delivery delivery) {
        var older = subscription.pending().get(delivery.destination());
        if (older != null) {
            older.replace(delivery);
            figures.conflated();
            return false;
        }
        var outgoing = Outgoing.of(delivery, subscription, delivery.heardAt());
        subscription.pending().put(delivery.destination(), outgoing);
        held.add(outgoing);
        return held.size() == 1;
    }
}
