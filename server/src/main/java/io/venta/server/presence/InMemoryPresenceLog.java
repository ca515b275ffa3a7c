package io.venta.server.presence;

import io.venta.server.presence.PresenceStore.ChangesLostException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The latest changes of a registry, and those who wait for the next. Thread-safe. */
final class InMemoryPresenceLog {

    private final TreeMap<Long, PresenceChange> changes = new TreeMap<>();
    private final int most;
    private long version;

    InMemoryPresenceLog(int most) {
        this.most = most;
    }

    synchronized long version() {
        return version;
    }

    /** The version that the next change has. */
    synchronized long next() {
        return version + 1;
    }

    synchronized void add(PresenceChange change) {
        version = change.version();
        changes.put(version, change);
        if (changes.size() > most) {
            changes.pollFirstEntry();
        }
        notifyAll();
    }

    synchronized List<PresenceChange> after(long known, Duration patience) {
        if (known > version || known < version - changes.size()) {
            throw new ChangesLostException(known);
        }
        var deadline = System.nanoTime() + patience.toNanos();
        while (known == version) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return List.of();
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
        return changes.tailMap(known, false).values().stream().limit(PresenceStore.PAGE).toList();
    }
}
