package io.venta.server.presence;

import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All of a kind that are not offline, as subscribers were last told: entries, or counts where they
 * are too many. Written by one thread, read by any.
 */
final class ShownPresence {

    private final Map<String, PresenceEntry> entries = new ConcurrentHashMap<>();
    private final int maxEntries;
    private volatile boolean counting;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Encoded encoded;

    ShownPresence(int maxEntries) {
        this.maxEntries = maxEntries;
    }

    @Nullable PresenceEntry find(String id) {
        return entries.get(id);
    }

    /**
     * Shows an entry.
     *
     * @return the one shown before; null where it was offline
     */
    @Nullable PresenceEntry show(PresenceEntry entry) {
        return entry.status() == PresenceStatus.OFFLINE
                ? entries.remove(entry.id())
                : entries.put(entry.id(), entry);
    }

    /**
     * Says that all of a diff is shown, before it is sent.
     *
     * @return whether counts are told from now on and were not, or the other way round
     */
    boolean settle() {
        var wereCounted = counting;
        // Not back and forth with each who comes and goes.
        counting = entries.size() > (wereCounted ? maxEntries - maxEntries / 5 : maxEntries);
        generation.incrementAndGet();
        return wereCounted != counting;
    }

    boolean isCounting() {
        return counting;
    }

    Map<PresenceStatus, Integer> counts() {
        var counts = new EnumMap<PresenceStatus, Integer>(PresenceStatus.class);
        for (var status : PresenceStatus.values()) {
            if (status != PresenceStatus.OFFLINE) {
                counts.put(status, 0);
            }
        }
        entries.values().forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        return counts;
    }

    PresenceState state() {
        return counting
                ? new PresenceState(List.of(), counts())
                : new PresenceState(List.copyOf(entries.values()), null);
    }

    /** The state as JSON: many may ask for the same one. */
    byte[] encoded(Function<PresenceState, byte[]> json) {
        var now = generation.get();
        var known = encoded;
        if (known == null || known.generation != now) {
            known = new Encoded(now, json.apply(state()));
            encoded = known;
        }
        return known.body;
    }

    private static final class Encoded {
        private final long generation;
        private final byte[] body;

        Encoded(long generation, byte[] body) {
            this.generation = generation;
            this.body = body;
        }
    }
}
