package io.venta.server.presence;

import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This node's copy of the registry: who asks is answered from here, also while the store is away.
 * Remembers whose presence has changed since that was last asked. Thread-safe.
 */
@Component
final class PresenceView {

    private static final Comparator<Device> OLDEST_FIRST =
            Comparator.comparing(Device::since).thenComparing(Device::session);

    private final Map<String, Device> devices = new HashMap<>();
    private final Map<PresenceKind, NavigableMap<String, Map<String, Device>>> subjects =
            new EnumMap<>(PresenceKind.class);
    private final Set<Subject> changed = new HashSet<>();
    private final LastSeen lastSeen;
    private volatile boolean degraded = true;

    PresenceView(LastSeen lastSeen) {
        this.lastSeen = lastSeen;
        for (var kind : PresenceKind.values()) {
            subjects.put(kind, new TreeMap<>());
        }
    }

    /**
     * Takes the whole registry.
     *
     * @return the sessions that are known here and not there
     */
    synchronized Set<String> putAll(Collection<Device> all) {
        var missing = new HashSet<>(devices.keySet());
        for (var device : all) {
            put(device);
            missing.remove(device.session());
        }
        return missing;
    }

    /** Takes changes at once: nobody sees what was in between. */
    synchronized void apply(List<PresenceChange> changes) {
        for (var change : changes) {
            switch (change) {
                case PresenceChange.Present present -> put(present.device());
                case PresenceChange.Gone gone -> remove(gone.device().session(), gone.at());
            }
        }
    }

    /** Adds a device, or what is new of it. */
    synchronized void put(Device device) {
        var old = devices.put(device.session(), device);
        if (device.equals(old)) {
            return;
        }
        for (var subject : Subject.of(device)) {
            of(subject.kind())
                    .computeIfAbsent(subject.id(), _ -> new HashMap<>(2))
                    .put(device.session(), device);
            changed.add(subject);
        }
    }

    /** Removes a device. */
    synchronized void remove(String session, Instant at) {
        var device = devices.get(session);
        if (device != null) {
            take(device);
            Subject.of(device).stream()
                    .filter(subject -> !of(subject.kind()).containsKey(subject.id()))
                    .forEach(subject -> lastSeen.put(subject, at));
        }
    }

    /** Says whether the store is away: what is known of other nodes' devices may be old. */
    synchronized void degraded(boolean now) {
        if (degraded != now) {
            degraded = now;
            subjects.forEach(
                    (kind, ids) -> ids.keySet().forEach(id -> changed.add(new Subject(kind, id))));
        }
    }

    boolean isDegraded() {
        return degraded;
    }

    /** Whose presence has changed since the last time. */
    synchronized List<Subject> takeChanged() {
        changed.addAll(lastSeen.takeFound());
        var all = List.copyOf(changed);
        changed.clear();
        return all;
    }

    /** Somebody of whom no device is shown; takes no lock. */
    PresenceEntry offline(Subject subject) {
        return new PresenceEntry(
                subject.kind(),
                subject.id(),
                PresenceStatus.OFFLINE,
                List.of(),
                lastSeen.find(subject),
                degraded ? true : null);
    }

    /** How present somebody is. */
    synchronized PresenceEntry entry(Subject subject) {
        var own = of(subject.kind()).getOrDefault(subject.id(), Map.of());
        var shown = own.values().stream().sorted(OLDEST_FIRST).map(PresenceView::show).toList();
        return new PresenceEntry(
                subject.kind(),
                subject.id(),
                PresenceStatus.merge(shown.stream().map(PresenceDevice::status).toList()),
                shown,
                shown.isEmpty() ? lastSeen.find(subject) : null,
                degraded ? true : null);
    }

    /** The next of those that are not offline, in the order of their ids. */
    synchronized List<PresenceEntry> page(PresenceKind kind, @Nullable String after, int limit) {
        var ids = after == null ? of(kind) : of(kind).tailMap(after, false);
        return ids.keySet().stream().limit(limit).map(id -> entry(new Subject(kind, id))).toList();
    }

    /** How many are not offline. */
    synchronized int size(PresenceKind kind) {
        return of(kind).size();
    }

    /** A user's devices, oldest first. */
    synchronized List<Device> devices(String user) {
        var own = new ArrayList<>(of(PresenceKind.USER).getOrDefault(user, Map.of()).values());
        own.sort(OLDEST_FIRST);
        return own;
    }

    /** How many devices there are on all nodes. */
    synchronized int size() {
        return devices.size();
    }

    private void take(Device device) {
        devices.remove(device.session());
        for (var subject : Subject.of(device)) {
            of(subject.kind())
                    .computeIfPresent(
                            subject.id(),
                            (_, all) -> {
                                all.remove(device.session());
                                return all.isEmpty() ? null : all;
                            });
            changed.add(subject);
        }
    }

    private NavigableMap<String, Map<String, Device>> of(PresenceKind kind) {
        var ids = subjects.get(kind);
        if (ids == null) {
            throw new IllegalStateException("Every kind has a map");
        }
        return ids;
    }

    private static PresenceDevice show(Device device) {
        return new PresenceDevice(
                device.id(),
                device.type(),
                device.status(),
                device.since(),
                device.viewing(),
                device.typing());
    }
}
