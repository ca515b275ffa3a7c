package io.venta.server.presence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the store answers: reading and writing have a thread each, and both have to. While it
 * does not, presence is what this node knows. Thread-safe.
 */
@Component
final class StoreState {

    private static final Logger log = LoggerFactory.getLogger(StoreState.class);

    private final PresenceView view;
    private boolean reads;
    private boolean writes;
    private boolean works;
    private boolean lost;

    StoreState(PresenceView view) {
        this.view = view;
    }

    synchronized void reads(boolean works) {
        reads = works;
        tell();
    }

    synchronized void writes(boolean works) {
        writes = works;
        tell();
    }

    private void tell() {
        var before = works;
        works = reads && writes;
        if (works == before) {
            return;
        }
        if (!works) {
            log.warn("Presence is known of this node alone: its store is away");
        } else if (lost) {
            log.info("Presence is known of all nodes again");
        }
        lost = !works;
        view.degraded(lost);
    }
}
