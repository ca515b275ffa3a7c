package io.venta.server.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many there are of each, and no more than so many. Thread-safe. */
final class Headcount {

    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    /**
     * Counts nobody yet.
     *
     * @param most of each; 0 for no limit
     */
    Headcount(int most) {
        this.most = most;
    }

    /** Counts one more, unless there are enough. */
    boolean enter(String who) {
        if (counts.merge(who, 1, Integer::sum) <= most || most == 0) {
            return true;
        }
        leave(who);
        return false;
    }

    void leave(String who) {
        counts.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1);
    }
}
