package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.PresenceChange.Gone;
import io.venta.server.presence.PresenceChange.Present;
import io.venta.server.presence.PresenceModel.Farewell;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes that do anything to a registry, and what a model says of it after each step. Times are
 * multiples of five seconds, so that the little that passes by itself does not matter.
 */
final class PresenceRun {

    private static final Duration[] TIMES = seconds(5, 10, 30, 60, 600);
    private static final Duration[] GRACES = seconds(0, 0, 10, 30);
    private static final PresenceStatus[] STATUSES = {
        PresenceStatus.ONLINE, PresenceStatus.IDLE, PresenceStatus.AWAY, PresenceStatus.BUSY
    };
    private static final List<Subject> SUBJECTS =
            Stream.of(PresenceKind.values())
                    .flatMap(kind -> Stream.of("0", "1").map(id -> new Subject(kind, id)))
                    .toList();

    private final List<PresenceStore> stores;
    private final Consumer<Duration> time;
    private final PresenceModel model = new PresenceModel(SettableClock.START);
    private final List<Device> connected = new ArrayList<>();
    private final Map<String, Device> open = new HashMap<>();
    private final Map<String, Device> heard = new HashMap<>();
    private final Map<Subject, PresenceStatus> told = new HashMap<>();
    private final Map<Subject, Instant> left = new HashMap<>();
    private final List<Farewell> farewells = new ArrayList<>();
    private final PresenceStore.Snapshot start;
    private long version;
    private Instant now = SettableClock.START;

    /**
     * Begins with an empty registry.
     *
     * @param stores of the one node, and of the other
     * @param time lets it pass for all
     */
    PresenceRun(List<PresenceStore> stores, Consumer<Duration> time) {
        this.stores = stores;
        this.time = time;
        this.start = stores.getFirst().snapshot();
        this.version = start.version();
    }

    /** What may happen. */
    enum Kind {
        TRACK,
        CONNECT_UNHEARD,
        CHANGE,
        LEAVE,
        CLOSE_UNHEARD,
        TRACK_AGAIN,
        BEAT,
        SYNC,
        STOP,
        PASS,
        REAP
    }

    /** Something that happens on a node; what exactly, two numbers say. */
    record Step(Kind kind, int node, int which, int how) {}

    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, Kind.TRACK),
                                Tuple.of(1, Kind.CONNECT_UNHEARD),
                                Tuple.of(2, Kind.CHANGE),
                                Tuple.of(3, Kind.LEAVE),
                                Tuple.of(1, Kind.CLOSE_UNHEARD),
                                Tuple.of(1, Kind.TRACK_AGAIN),
                                Tuple.of(2, Kind.BEAT),
                                Tuple.of(2, Kind.SYNC),
                                Tuple.of(1, Kind.STOP),
                                Tuple.of(2, Kind.PASS),
                                Tuple.of(2, Kind.REAP)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    void run(List<Step> steps) {
        steps.forEach(this::step);
        var middle = store(0).snapshot();
        steps.forEach(this::step);
        assertThat(replayed(start)).isEqualTo(model.devices());
        assertThat(replayed(middle)).isEqualTo(model.devices());
    }

    private void step(Step step) {
        act(step, store(step.node), "n" + step.node);
        for (var change : store(1 - step.node).changesAfter(version, Duration.ZERO)) {
            hear(change);
        }
        assertThat(heard).isEqualTo(model.devices());
        assertThat(farewells).containsExactlyInAnyOrderElementsOf(model.takeGone());
        farewells.clear();
        assertThat(byId(store(step.node).snapshot())).isEqualTo(heard);
        assertThat(told).isEqualTo(PresenceModel.statuses(heard.values()));
        assertThat(store(step.node).lastSeen(SUBJECTS)).isEqualTo(left);
    }

    private void act(Step step, PresenceStore store, String node) {
        switch (step.kind) {
            case TRACK -> track(store, connect(step, node));
            case CONNECT_UNHEARD -> connect(step, node);
            case CHANGE -> changeOne(step, store);
            case LEAVE -> leaveOne(step, store);
            case CLOSE_UNHEARD -> one(step).ifPresent(device -> open.remove(device.session()));
            case TRACK_AGAIN -> one(step).ifPresent(device -> track(store, device));
            case BEAT -> assertThat(store.beat(node)).isEqualTo(model.beat(node));
            case SYNC -> sync(store, node);
            case STOP -> {
                store.stop(node, pick(GRACES, step.how));
                model.stop(node, pick(GRACES, step.how));
            }
            case PASS -> pass(pick(TIMES, step.how));
            case REAP ->
                    assertThat(store.reap(1_000, step.how > 2)).isEqualTo(model.reap(step.how > 2));
        }
    }

    /** Each connects at a moment of its own. */
    private Device connect(Step step, String node) {
        pass(Duration.ofSeconds(5));
        var device = device("s" + connected.size(), node, step, now);
        connected.add(device);
        open.put(device.session(), device);
        return device;
    }

    private void track(PresenceStore store, Device device) {
        store.track(device);
        model.track(device);
    }

    private void changeOne(Step step, PresenceStore store) {
        one(step)
                .map(device -> TestDevice.withStatus(device, pick(STATUSES, step.how)))
                .map(device -> TestDevice.withVendor(device, vendor(step.how)))
                .ifPresent(
                        device -> {
                            connected.replaceAll(
                                    each ->
                                            each.session().equals(device.session())
                                                    ? device
                                                    : each);
                            open.replace(device.session(), device);
                            store.change(device);
                            model.change(device);
                        });
    }

    private void leaveOne(Step step, PresenceStore store) {
        one(step)
                .ifPresent(
                        device -> {
                            var grace = pick(GRACES, step.how);
                            open.remove(device.session());
                            store.leave(device.session(), "CLOSED", grace);
                            model.leave(device.session(), "CLOSED", grace);
                        });
    }

    private void sync(PresenceStore store, String node) {
        var own = open.values().stream().filter(device -> device.node().equals(node)).toList();
        store.sync(node, own);
        model.sync(node, own);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
        time.accept(duration);
        model.pass(duration);
    }

    private void hear(PresenceChange change) {
        assertThat(change.version()).isEqualTo(++version);
        var known = apply(change, heard);
        if (change instanceof Present present) {
            assertThat(present.isNew()).isEqualTo(!known);
        }
        if (change instanceof Gone gone) {
            farewells.add(new Farewell(gone.device().session(), gone.reason(), gone.replacedBy()));
        }
        change.statuses()
                .forEach(
                        (subject, status) -> {
                            assertThat(told.getOrDefault(subject, PresenceStatus.OFFLINE))
                                    .isNotEqualTo(status);
                            told.put(subject, status);
                            left.remove(subject);
                            if (status == PresenceStatus.OFFLINE) {
                                told.remove(subject);
                                left.put(subject, change.at());
                            }
                        });
    }

    /** Returns whether the device was there. */
    private static boolean apply(PresenceChange change, Map<String, Device> devices) {
        var device = change.device();
        return switch (change) {
            case Present _ -> devices.put(device.session(), device) != null;
            case Gone _ -> devices.remove(device.session()) != null;
        };
    }

    private Map<String, Device> replayed(PresenceStore.Snapshot snapshot) {
        var devices = byId(snapshot);
        var behind = snapshot.version();
        var page = store(0).changesAfter(behind, Duration.ZERO);
        while (!page.isEmpty()) {
            page.forEach(change -> apply(change, devices));
            page = store(0).changesAfter(page.getLast().version(), Duration.ZERO);
        }
        return devices;
    }

    private static Map<String, Device> byId(PresenceStore.Snapshot snapshot) {
        return snapshot.devices().stream()
                .collect(Collectors.toMap(Device::session, device -> device));
    }

    private PresenceStore store(int node) {
        return stores.get(node);
    }

    /** One of those that connected, the latest ones rather than the first. */
    private Optional<Device> one(Step step) {
        var size = connected.size();
        return step.which < size
                ? Optional.of(connected.get(size - 1 - step.which))
                : Optional.empty();
    }

    private static Device device(String session, String node, Step step, Instant since) {
        var device = TestDevice.of(session, String.valueOf(step.which % 2), node, since);
        var named = TestDevice.withId(device, "d" + step.which % 3);
        return TestDevice.withVendor(
                TestDevice.withStatus(named, pick(STATUSES, step.how)), vendor(step.how));
    }

    private static @Nullable String vendor(int how) {
        return how % 3 == 2 ? null : String.valueOf(how % 3);
    }

    private static <T> T pick(T[] all, int how) {
        return all[how % all.length];
    }

    private static Duration[] seconds(long... all) {
        return Arrays.stream(all).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
