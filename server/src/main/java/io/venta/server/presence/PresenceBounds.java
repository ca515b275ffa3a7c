package io.venta.server.presence;

import java.time.Duration;

/**
 * How much a store of presence remembers, and for how long.
 *
 * @param lease for how long a node counts as alive without a beat
 * @param changes how many in its log
 * @param seen of how many subjects when they were last seen; of more the oldest give way
 * @param replaced how many sessions that were replaced; of more the oldest give way
 */
record PresenceBounds(Duration lease, int changes, int seen, int replaced) {

    static final PresenceBounds USUAL =
            new PresenceBounds(PresenceStore.LEASE, 100_000, 1_000_000, 100_000);

    /** The usual ones, with another lease. */
    static PresenceBounds with(Duration lease) {
        return new PresenceBounds(lease, USUAL.changes, USUAL.seen, USUAL.replaced);
    }
}
