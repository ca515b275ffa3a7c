package io.venta.server.relay;

import io.venta.server.topic.RetainedValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to the store: of each key the newest, of a family's keys so many at most.
 * Of more the first ones are dropped, and it is known that some were. Thread-safe.
 */
final class PendingChanges {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final int maxKeys;
    private Map<String, SequencedMap<String, Change>> families = new LinkedHashMap<>();
    private boolean overflowed;
    private boolean woken;

    PendingChanges(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    void keep(String family, RetainedValue value) {
        add(family, value.key(), new Change(null, value));
    }

    void remove(String family, String key, Instant upTo) {
        add(family, key, new Change(upTo, null));
    }

    int size() {
        lock.lock();
        try {
            return families.values().stream().mapToInt(Map::size).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something, but not longer than that. */
    void await(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = most.toNanos();
            while (families.isEmpty() && !woken && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody wait any more. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all there is, by family and key. */
    Map<String, SequencedMap<String, Change>> take() {
        lock.lock();
        try {
            var taken = families;
            families = new LinkedHashMap<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back what could not be written, in front of what has come since. */
    void putBack(Map<String, SequencedMap<String, Change>> taken) {
        lock.lock();
        try {
            var later = families;
            families = taken;
            later.forEach(
                    (family, changes) ->
                            changes.forEach((key, change) -> put(family, key, change)));
        } finally {
            lock.unlock();
        }
    }

    /** Whether something was dropped since this was asked last. */
    boolean takeOverflow() {
        lock.lock();
        try {
            var before = overflowed;
            overflowed = false;
            return before;
        } finally {
            lock.unlock();
        }
    }

    private void add(String family, String key, Change change) {
        lock.lock();
        try {
            put(family, key, change);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    private void put(String family, String key, Change change) {
        var changes = families.computeIfAbsent(family, _ -> new LinkedHashMap<>());
        changes.merge(key, change, Change::and);
        if (changes.size() > maxKeys) {
            changes.pollFirstEntry();
            overflowed = true;
        }
    }

    /**
     * What became of a key.
     *
     * @param removedUpTo up to which version it is to be forgotten, if at all
     * @param value what is then to be kept, if anything; newer than the removal
     */
    record Change(@Nullable Instant removedUpTo, @Nullable RetainedValue value) {

        /** Both changes, in whatever order they come. */
        Change and(Change other) {
            var upTo = later(removedUpTo, other.removedUpTo);
            var newest = newer(value, other.value);
            var isGone = upTo != null && newest != null && !newest.version().isAfter(upTo);
            return new Change(upTo, isGone ? null : newest);
        }

        private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
            return a == null || (b != null && b.isAfter(a)) ? b : a;
        }

        private static @Nullable RetainedValue newer(
                @Nullable RetainedValue a, @Nullable RetainedValue b) {
            return a == null || (b != null && b.isNewerThan(a)) ? b : a;
        }
    }
}
