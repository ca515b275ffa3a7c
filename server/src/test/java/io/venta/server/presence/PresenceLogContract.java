package io.venta.server.presence;

import static io.venta.model.presence.PresenceStatus.AWAY;
import static io.venta.model.presence.PresenceStatus.BUSY;
import static io.venta.model.presence.PresenceStatus.IDLE;
import static io.venta.model.presence.PresenceStatus.OFFLINE;
import static io.venta.model.presence.PresenceStatus.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.PresenceStore.ChangesLostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told of changes, and what is remembered. */
interface PresenceLogContract extends PresenceRegistry {

    @Test
    default void knowsWhenSomebodyWasLastSeen() {
        var bob = new Subject(PresenceKind.USER, "bob");
        store().track(TestDevice.withVendor(alice("s1"), "tram"));
        store().track(TestDevice.of("s2", "bob", "n1", now()));
        assertThat(store().lastSeen(List.of(ALICE, bob))).isEmpty();
        assertThat(store().lastSeen(List.of())).isEmpty();
        store().leave("s1", "CLOSED", Duration.ZERO);

        var at = changes(version() - 1).getFirst().at();
        assertThat(store().lastSeen(List.of(TRAM, bob, ALICE)))
                .isEqualTo(Map.of(ALICE, at, TRAM, at));
        store().track(alice("s3"));
        assertThat(store().lastSeen(List.of(TRAM, ALICE))).containsOnlyKeys(TRAM);
    }

    @Test
    default void remembersNoMoreThanItMay() {
        var bounded = bounded(new PresenceBounds(PresenceStore.LEASE, 100, 3, 2));
        var first = bounded.snapshot().version();
        IntStream.range(0, 500)
                .forEach(
                        i -> {
                            bounded.track(TestDevice.of("s" + i, "u" + i, "n1", now()));
                            bounded.leave("s" + i, "CLOSED", Duration.ZERO);
                            pass(Duration.ofMillis(1));
                        });
        var users =
                IntStream.range(490, 500)
                        .mapToObj(i -> new Subject(PresenceKind.USER, "u" + i))
                        .toList();
        IntStream.range(0, 5)
                .forEach(
                        i -> {
                            bounded.track(phone("p" + i, "n1"));
                            pass(Duration.ofMillis(1));
                        });
        bounded.track(phone("p0", "n1"));

        assertThat(bounded.lastSeen(users)).containsOnlyKeys(users.subList(7, 10));
        assertThat(bounded.snapshot().devices()).extracting(Device::session).containsExactly("p0");
        assertThatExceptionOfType(ChangesLostException.class)
                .isThrownBy(() -> bounded.changesAfter(first, Duration.ZERO));
        var last = bounded.snapshot().version();
        assertThat(bounded.changesAfter(last - 100, Duration.ZERO)).hasSize(100);
    }

    @Test
    default void knowsNoChangesOfOtherRegistries() {
        store().track(alice("s1"));

        for (var unknown : List.of(version() + 1, version() - 2, -1L, Long.MAX_VALUE)) {
            assertThatExceptionOfType(ChangesLostException.class)
                    .isThrownBy(() -> store().changesAfter(unknown, Duration.ZERO));
        }
    }

    @Test
    default void waitsForAChange() throws Exception {
        var start = version();
        var heard =
                CompletableFuture.supplyAsync(
                        () -> store().changesAfter(start, Duration.ofSeconds(2)));
        store().track(alice("s1"));

        assertThat(heard.get(10, TimeUnit.SECONDS)).hasSize(1);
        var before = System.nanoTime();
        assertThat(store().changesAfter(start + 1, Duration.ofMillis(1_200))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(1_150), Duration.ofSeconds(10));
    }

    @Test
    default void givesManyChangesAndDevicesInPieces() {
        var start = version();
        store().sync(
                        "n1",
                        IntStream.range(0, 2_500)
                                .mapToObj(i -> TestDevice.of("s" + i, "u" + i % 100, "n1", now()))
                                .toList());
        assertThat(sessions()).hasSize(2_500).doesNotHaveDuplicates();

        var read = new ArrayList<PresenceChange>();
        var page = store().changesAfter(start, Duration.ZERO);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(PresenceStore.PAGE);
            read.addAll(page);
            page = store().changesAfter(read.getLast().version(), Duration.ZERO);
        }
        assertThat(read)
                .extracting(PresenceChange::version)
                .isEqualTo(LongStream.rangeClosed(start + 1, start + 2_500).boxed().toList());

        store().sync("n1", List.of());
        assertThat(sessions()).isEmpty();
    }

    @Test
    default void mergesTheStatusesOfAllDevices() {
        var order = List.of(IDLE, AWAY, ONLINE, BUSY);
        var told = new ArrayList<PresenceStatus>();
        var start = version();
        for (var status : order) {
            store().track(TestDevice.withStatus(alice(status.name()), status));
        }
        for (var status : order.reversed()) {
            store().leave(status.name(), "CLOSED", Duration.ZERO);
        }
        changes(start)
                .forEach(change -> told.add(Objects.requireNonNull(change.statuses().get(ALICE))));

        assertThat(told).containsExactly(IDLE, AWAY, ONLINE, BUSY, ONLINE, AWAY, IDLE, OFFLINE);
    }

    @Test
    default void tellsWhatADeviceIsThatSaysAnotherStatusOrAnotherVendor() {
        store().track(TestDevice.withVendor(alice("s1"), "tram"));
        store().track(TestDevice.withStatus(alice("s2"), IDLE));
        var start = version();

        var busy = TestDevice.withStatus(alice("s1"), BUSY);
        store().change(TestDevice.withVendor(busy, "bus"));

        assertThat(changes(start))
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change.statuses())
                                        .isEqualTo(
                                                Map.of(
                                                        ALICE,
                                                        BUSY,
                                                        TRAM,
                                                        OFFLINE,
                                                        new Subject(PresenceKind.VENDOR, "bus"),
                                                        BUSY)));
    }

    @Test
    default void saysNothingWhereNothingChanges() {
        store().track(alice("s1"));
        var start = version();

        store().track(alice("s1"));
        store().change(alice("s1"));
        store().change(alice("unknown"));
        store().leave("unknown", "CLOSED", Duration.ZERO);
        store().leave("unknown", "CLOSED", GRACE);
        store().sync("n1", List.of(alice("s1")));
        store().change(TestDevice.of("s1", "bob", "n1", now()));
        store().change(TestDevice.of("s1", "alice", "n2", now()));
        store().change(TestDevice.withId(alice("s1"), "other"));

        assertThat(changes(start)).isEmpty();
        assertThat(store().snapshot().devices()).containsExactly(alice("s1"));
    }
}
