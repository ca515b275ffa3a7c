package io.venta.server.relay;

import io.venta.server.relay.Outgoing.Slot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The updates that a session wants together, once in so many milliseconds: of each vendor the
 * newest. Thread-safe.
 */
final class HeldUpdates {

    private final ClientSession session;
    private final ConflationBeat beat;
    private final RelayFigures figures;
    private final Map<Slot, Delivery> held = new LinkedHashMap<>();

    HeldUpdates(ClientSession session, ConflationBeat beat, RelayFigures figures) {
        this.session = session;
        this.beat = beat;
        this.figures = figures;
    }

    /** Holds an update, in place of an older one of its vendor. */
    void hold(Subscription subscription, Delivery delivery) {
        if (put(new Slot(subscription, delivery.destination()), delivery)) {
            beat.add(this);
        }
    }

    /** Gives the session what is held; it is still to be flushed. */
    synchronized void release(long now, Lanes lanes) {
        held.forEach(
                (slot, delivery) -> {
                    if (!slot.subscription().hasEnded()) {
                        session.add(Outgoing.of(delivery, slot.subscription(), now), now, lanes);
                    }
                });
        held.clear();
    }

    private synchronized boolean put(Slot slot, Delivery delivery) {
        var first = held.isEmpty();
        if (held.put(slot, delivery) != null) {
            figures.conflated();
        }
        return first;
    }
}
