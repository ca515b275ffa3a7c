package io.venta.desktop.presence;

import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/** Who of one kind is here, as far as it is known. JavaFX thread only. */
final class Presences {

    private final PresenceKind kind;
    private final InstantSource clock;
    private final Map<String, PresenceEntry> entries = new HashMap<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private @Nullable Map<PresenceStatus, Integer> told;
    private boolean whole;

    /** Knows of none yet. */
    Presences(PresenceKind kind, InstantSource clock) {
        this.kind = kind;
        this.clock = clock;
    }

    /** Grows with every change. */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether all who are here are known by name, so that everybody else is offline. */
    boolean whole() {
        return whole;
    }

    /** Whether they are too many to be named: there are counts, and entries of those watched. */
    boolean tooMany() {
        return told != null;
    }

    /** The entry of one; empty where nothing is known. */
    Optional<PresenceEntry> find(String id) {
        PresenceEntry known = entries.get(id);
        return known == null && whole ? Optional.of(offline(id, null)) : Optional.ofNullable(known);
    }

    /** All that are known by name, those who left too. */
    Collection<PresenceEntry> named() {
        return List.copyOf(entries.values());
    }

    /** How many there are of each status; of the offline ones only those known by name. */
    Map<PresenceStatus, Integer> counts() {
        Map<PresenceStatus, Integer> counts = new EnumMap<>(PresenceStatus.class);
        if (told != null) {
            counts.putAll(told);
        } else {
            entries.values().forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        }
        return counts;
    }

    /** Whether the node that answers does not see all others at the moment. */
    boolean degraded() {
        return entries.values().stream().anyMatch(entry -> Boolean.TRUE.equals(entry.degraded()));
    }

    /** The state of all: takes the place of everything but when those who are away were seen. */
    void takeAll(PresenceState state) {
        told = state.counts();
        whole = told == null;
        if (whole) {
            entries.values().removeIf(entry -> entry.status() != PresenceStatus.OFFLINE);
            entries.replaceAll((id, entry) -> offline(id, entry.lastSeen()));
        }
        take(state);
    }

    /** The state of those it names. */
    void take(PresenceState state) {
        state.entries().forEach(entry -> entries.put(entry.id(), entry));
        changed();
    }

    /** What has changed. */
    void take(PresenceDiff diff) {
        if (diff.counts() != null) {
            told = diff.counts();
        }
        Instant now = clock.instant();
        diff.joins().forEach(entry -> entries.put(entry.id(), entry));
        diff.updates().forEach(entry -> entries.put(entry.id(), entry));
        diff.leaves().forEach(id -> entries.put(id, offline(id, now)));
        changed();
    }

    /** When those who are away were last seen; who came meanwhile stays. */
    void learn(Collection<PresenceEntry> asked) {
        for (PresenceEntry entry : asked) {
            if (find(entry.id()).map(PresenceEntry::status).orElse(null)
                    == PresenceStatus.OFFLINE) {
                entries.put(entry.id(), entry);
            }
        }
        changed();
    }

    /** Nothing more is heard of the others. */
    void keepOnly(Set<String> watched) {
        if (entries.keySet().retainAll(watched)) {
            changed();
        }
    }

    private PresenceEntry offline(String id, @Nullable Instant lastSeen) {
        return new PresenceEntry(kind, id, PresenceStatus.OFFLINE, List.of(), lastSeen, null);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
