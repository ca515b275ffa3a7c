package io.venta.server.presence;

import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices of a registry by what they are looked up by. Not thread-safe. */
final class InMemoryDevices {

    private final Map<String, Known> bySession = new LinkedHashMap<>();
    private final Map<Place, Known> byPlace = new HashMap<>();
    private final Map<Subject, Set<Known>> bySubject = new HashMap<>();

    @Nullable Known find(String session) {
        return bySession.get(session);
    }

    /** Another session of the same device of the same user. */
    @Nullable Known sameAs(Device device) {
        return byPlace.get(Place.of(device));
    }

    List<Known> all(Predicate<Known> wanted) {
        return bySession.values().stream().filter(wanted).toList();
    }

    void add(Known known) {
        bySession.put(known.session(), known);
        byPlace.put(Place.of(known.device), known);
        Subject.of(known.device)
                .forEach(
                        subject ->
                                bySubject
                                        .computeIfAbsent(subject, _ -> new HashSet<>())
                                        .add(known));
    }

    void remove(Known known) {
        bySession.remove(known.session());
        byPlace.remove(Place.of(known.device));
        Subject.of(known.device).forEach(subject -> remove(subject, known));
    }

    /** Keeps its place in the order. */
    void change(Known known, Device device) {
        Subject.of(known.device).forEach(subject -> remove(subject, known));
        known.device = device;
        add(known);
    }

    PresenceStatus status(Subject subject) {
        return PresenceStatus.merge(
                bySubject.getOrDefault(subject, Set.of()).stream()
                        .map(known -> known.device.status())
                        .collect(Collectors.toSet()));
    }

    /** What the users and vendors of devices are. */
    Map<Subject, PresenceStatus> statuses(Device... devices) {
        return Stream.of(devices)
                .map(Subject::of)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.toMap(subject -> subject, this::status));
    }

    private void remove(Subject subject, Known known) {
        var rest = Objects.requireNonNull(bySubject.get(subject));
        rest.remove(known);
        if (rest.isEmpty()) {
            bySubject.remove(subject);
        }
    }

    private record Place(String user, String id) {

        static Place of(Device device) {
            return new Place(device.user(), device.id());
        }
    }

    /** A device and what only the registry knows of it. */
    static final class Known {

        private final Instant connected;
        private Device device;
        private @Nullable Leaving leaving;

        Known(Device device, Instant connected) {
            this.device = device;
            this.connected = connected;
        }

        Device device() {
            return device;
        }

        String session() {
            return device.session();
        }

        /** Whether no grace of it runs. */
        boolean stays() {
            return leaving == null;
        }

        boolean staysOn(String node) {
            return stays() && device.node().equals(node);
        }

        void stay() {
            leaving = null;
        }

        void leave(String reason, Instant due) {
            leaving = new Leaving(reason, due);
        }

        boolean isDue(Instant now) {
            return leaving != null && !leaving.due.isAfter(now);
        }

        String reason() {
            return Objects.requireNonNull(leaving).reason;
        }

        boolean isBefore(Instant moment, String session) {
            var order = connected.compareTo(moment);
            return order < 0 || (order == 0 && session().compareTo(session) < 0);
        }

        boolean isChangedBy(Device other) {
            return !device.equals(other)
                    && device.user().equals(other.user())
                    && device.id().equals(other.id())
                    && device.node().equals(other.node());
        }

        private record Leaving(String reason, Instant due) {}
    }
}
