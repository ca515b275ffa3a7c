package io.venta.server.presence;

import io.venta.model.ErrorCode;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.InMemoryDevices.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The registry of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryPresenceStore implements PresenceStore {

    private final Clock clock;
    private final PresenceBounds bounds;
    private final InMemoryPresenceLog log;
    private final InMemoryDevices devices = new InMemoryDevices();
    private final Map<String, Lease> leases = new HashMap<>();
    private final SequencedMap<Subject, Instant> seen = new LinkedHashMap<>();
    private final SequencedMap<String, Replaced> replaced = new LinkedHashMap<>();

    @Autowired
    InMemoryPresenceStore(Clock clock) {
        this(clock, PresenceBounds.USUAL);
    }

    InMemoryPresenceStore(Clock clock, PresenceBounds bounds) {
        this.clock = clock;
        this.bounds = bounds;
        this.log = new InMemoryPresenceLog(bounds.changes());
    }

    @Override
    public synchronized void track(Device device) {
        if (!isLeased(device.node())) {
            lease(device.node());
        }
        put(device);
    }

    @Override
    public synchronized void change(Device device) {
        var known = devices.find(device.session());
        if (known != null) {
            change(known, device);
        }
    }

    @Override
    public synchronized void leave(String session, String reason, Duration grace) {
        var known = devices.find(session);
        if (known != null) {
            leave(known, reason, grace);
        }
    }

    @Override
    public synchronized boolean beat(String node) {
        return lease(node);
    }

    @Override
    public synchronized void sync(String node, Collection<Device> all) {
        all.stream()
                .sorted(Comparator.comparing(Device::since).thenComparing(Device::session))
                .forEach(device -> put(device));
        var listed = all.stream().map(Device::session).collect(Collectors.toSet());
        devices.all(known -> known.staysOn(node) && !listed.contains(known.session()))
                .forEach(known -> go(known, "LOST"));
        leases.put(node, new Lease(clock.instant().plus(bounds.lease()), true));
    }

    @Override
    public synchronized void stop(String node, Duration grace) {
        leases.remove(node);
        devices.all(known -> known.staysOn(node))
                .forEach(known -> leave(known, ErrorCode.SERVER_SHUTTING_DOWN.name(), grace));
    }

    @Override
    public synchronized int reap(int most, boolean alsoLostNodes) {
        var now = clock.instant();
        var due = devices.all(known -> known.isDue(now)).stream().limit(most).toList();
        due.forEach(known -> go(known, known.reason()));
        if (!alsoLostNodes) {
            return due.size();
        }
        leases.values().removeIf(lease -> !lease.end.isAfter(now));
        var lost =
                devices
                        .all(known -> known.stays() && !leases.containsKey(known.device().node()))
                        .stream()
                        .limit(most - due.size())
                        .toList();
        lost.forEach(known -> go(known, "NODE_LOST"));
        return due.size() + lost.size();
    }

    @Override
    public synchronized Snapshot snapshot() {
        return new Snapshot(
                log.version(), devices.all(_ -> true).stream().map(Known::device).toList());
    }

    @Override
    public synchronized long version() {
        return log.version();
    }

    @Override
    public List<PresenceChange> changesAfter(long version, Duration patience) {
        return log.after(version, patience);
    }

    @Override
    public synchronized Map<Subject, Instant> lastSeen(Collection<Subject> subjects) {
        var found = new HashMap<>(seen);
        found.keySet().retainAll(subjects);
        return found;
    }

    private void put(Device device) {
        var known = devices.find(device.session());
        if (known != null) {
            known.stay();
            change(known, device);
            return;
        }
        var now = clock.instant();
        var connected = device.since().isBefore(now) ? device.since() : now;
        var other = devices.sameAs(device);
        var winner = winner(device, connected, other);
        if (winner != null) {
            tellReplaced(device, winner);
        } else if (other == null) {
            var before = devices.statuses(device);
            devices.add(new Known(device, connected));
            log.add(new PresenceChange.Present(log.next(), now, device, true, changes(before)));
        } else {
            var before = devices.statuses(device, other.device());
            devices.remove(other);
            devices.add(new Known(device, connected));
            tellReplaced(other.device(), device.session());
            log.add(new PresenceChange.Present(log.next(), now, device, true, changes(before)));
        }
    }

    /** The session that keeps a device from coming; null where none does. */
    private @Nullable String winner(Device device, Instant connected, @Nullable Known other) {
        var earlier = replaced.get(device.session());
        if (earlier != null && earlier.at.plus(REPLACED).isAfter(clock.instant())) {
            return earlier.by;
        }
        if (other == null || !other.stays() || other.staysOn(device.node())) {
            return null;
        }
        return other.isBefore(connected, device.session()) ? null : other.session();
    }

    private void tellReplaced(Device device, String by) {
        replaced.remove(device.session());
        replaced.put(device.session(), new Replaced(by, clock.instant()));
        trim(replaced, bounds.replaced());
        tellGone(device, ErrorCode.SESSION_REPLACED.name(), by, Map.of());
    }

    private void change(Known known, Device device) {
        if (known.isChangedBy(device)) {
            var before = devices.statuses(device, known.device());
            devices.change(known, device);
            log.add(
                    new PresenceChange.Present(
                            log.next(), clock.instant(), device, false, changes(before)));
        }
    }

    private void leave(Known known, String reason, Duration grace) {
        if (grace.isZero()) {
            go(known, reason);
        } else if (known.stays()) {
            known.leave(reason, clock.instant().plus(grace));
        }
    }

    private void go(Known known, String reason) {
        var before = devices.statuses(known.device());
        devices.remove(known);
        tellGone(known.device(), reason, null, changes(before));
    }

    private void tellGone(
            Device device,
            String reason,
            @Nullable String by,
            Map<Subject, PresenceStatus> statuses) {
        log.add(new PresenceChange.Gone(log.next(), clock.instant(), device, reason, by, statuses));
    }

    /** What is another status now; remembers who is not here any more. */
    private Map<Subject, PresenceStatus> changes(Map<Subject, PresenceStatus> before) {
        var changed = new HashMap<Subject, PresenceStatus>();
        before.forEach(
                (subject, status) -> {
                    var now = devices.status(subject);
                    if (now != status) {
                        changed.put(subject, now);
                        seen.remove(subject);
                    }
                    if (now != status && now == PresenceStatus.OFFLINE) {
                        seen.put(subject, clock.instant());
                    }
                });
        trim(seen, bounds.seen());
        return Map.copyOf(changed);
    }

    private boolean isLeased(String node) {
        var lease = leases.get(node);
        return lease != null && lease.end.isAfter(clock.instant());
    }

    private boolean lease(String node) {
        var lease = leases.get(node);
        var isWhole = lease != null && lease.isWhole && isLeased(node);
        leases.put(node, new Lease(clock.instant().plus(bounds.lease()), isWhole));
        return isWhole;
    }

    private static <K, V> void trim(SequencedMap<K, V> map, int most) {
        while (map.size() > most) {
            map.pollFirstEntry();
        }
    }

    /**
     * A node's lease.
     *
     * @param isWhole whether the node has had one since it last synced
     */
    private record Lease(Instant end, boolean isWhole) {}

    private record Replaced(String by, Instant at) {}
}
