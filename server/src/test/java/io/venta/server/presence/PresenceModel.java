package io.venta.server.presence;

import io.venta.model.ErrorCode;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a registry promises, said as plainly as it goes: it looks at everything each time. */
final class PresenceModel {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Instant> leases = new HashMap<>();
    private final Set<String> synced = new HashSet<>();
    private final Map<String, Ended> replaced = new HashMap<>();
    private final List<Farewell> gone = new ArrayList<>();
    private Instant now;

    PresenceModel(Instant now) {
        this.now = now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Map<String, Device> devices() {
        var devices = new HashMap<String, Device>();
        entries.forEach((session, entry) -> devices.put(session, entry.device));
        return devices;
    }

    /** Who has gone since this was last asked, and why. */
    List<Farewell> takeGone() {
        var taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }

    static Map<Subject, PresenceStatus> statuses(Collection<Device> devices) {
        var all = new HashMap<Subject, List<PresenceStatus>>();
        for (var device : devices) {
            for (var subject : Subject.of(device)) {
                all.computeIfAbsent(subject, _ -> new ArrayList<>()).add(device.status());
            }
        }
        var merged = new HashMap<Subject, PresenceStatus>();
        all.forEach((subject, each) -> merged.put(subject, PresenceStatus.merge(each)));
        return merged;
    }

    void track(Device device) {
        if (!isLeased(device.node())) {
            beat(device.node());
        }
        put(device);
    }

    void change(Device device) {
        entries.computeIfPresent(
                device.session(), (_, entry) -> new Entry(device, entry.due, entry.reason));
    }

    void leave(String session, String reason, Duration grace) {
        if (grace.isZero()) {
            remove(session, reason, null);
        } else {
            entries.computeIfPresent(
                    session,
                    (_, entry) ->
                            entry.due == null
                                    ? new Entry(entry.device, now.plus(grace), reason)
                                    : entry);
        }
    }

    boolean beat(String node) {
        if (!isLeased(node)) {
            synced.remove(node);
        }
        leases.put(node, now.plus(PresenceStore.LEASE));
        return synced.contains(node);
    }

    void sync(String node, Collection<Device> devices) {
        devices.stream().sorted(Comparator.comparing(Device::since)).forEach(device -> put(device));
        sessions(entry -> entry.staysOn(node) && !devices.contains(entry.device))
                .forEach(session -> remove(session, "LOST", null));
        leases.put(node, now.plus(PresenceStore.LEASE));
        synced.add(node);
    }

    void stop(String node, Duration grace) {
        sessions(entry -> entry.staysOn(node))
                .forEach(session -> leave(session, ErrorCode.SERVER_SHUTTING_DOWN.name(), grace));
        leases.remove(node);
    }

    int reap(boolean alsoLostNodes) {
        var before = entries.size();
        sessions(entry -> entry.due != null && !entry.due.isAfter(now))
                .forEach(session -> remove(session, null, null));
        if (alsoLostNodes) {
            sessions(entry -> entry.due == null && !isLeased(entry.device.node()))
                    .forEach(session -> remove(session, "NODE_LOST", null));
        }
        return before - entries.size();
    }

    private void put(Device device) {
        if (entries.containsKey(device.session())) {
            entries.put(device.session(), new Entry(device, null, null));
            return;
        }
        var ended = replaced.get(device.session());
        var other = sessions(entry -> entry.isSame(device)).stream().findFirst().orElse(null);
        if (ended != null && ended.at.plus(PresenceStore.REPLACED).isAfter(now)) {
            end(device.session(), ended.by);
        } else if (other != null && staysBefore(other, device)) {
            end(device.session(), other);
        } else {
            if (other != null) {
                entries.remove(other);
                end(other, device.session());
            }
            entries.put(device.session(), new Entry(device, null, null));
        }
    }

    private boolean staysBefore(String other, Device device) {
        return !sessions(
                        entry ->
                                entry.device.session().equals(other)
                                        && entry.due == null
                                        && !entry.device.node().equals(device.node())
                                        && entry.device.since().isAfter(device.since()))
                .isEmpty();
    }

    private void end(String session, String by) {
        replaced.put(session, new Ended(by, now));
        gone.add(new Farewell(session, ErrorCode.SESSION_REPLACED.name(), by));
    }

    private void remove(String session, @Nullable String reason, @Nullable String by) {
        var entry = entries.remove(session);
        if (entry != null) {
            gone.add(new Farewell(session, reason == null ? entry.reason : reason, by));
        }
    }

    private boolean isLeased(String node) {
        return leases.getOrDefault(node, Instant.MIN).isAfter(now);
    }

    private List<String> sessions(Predicate<Entry> wanted) {
        return entries.values().stream()
                .filter(wanted)
                .map(entry -> entry.device.session())
                .toList();
    }

    /** Who has gone, why, and which session took its place. */
    record Farewell(String session, @Nullable String reason, @Nullable String by) {}

    private record Ended(String by, Instant at) {}

    private record Entry(Device device, @Nullable Instant due, @Nullable String reason) {

        boolean staysOn(String node) {
            return due == null && device.node().equals(node);
        }

        boolean isSame(Device other) {
            return device.user().equals(other.user()) && device.id().equals(other.id());
        }
    }
}
