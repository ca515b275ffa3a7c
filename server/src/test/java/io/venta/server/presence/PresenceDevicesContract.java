package io.venta.server.presence;

import static io.venta.model.presence.PresenceStatus.AWAY;
import static io.venta.model.presence.PresenceStatus.OFFLINE;
import static io.venta.model.presence.PresenceStatus.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.DeviceType;
import io.venta.server.presence.PresenceChange.Gone;
import io.venta.server.presence.PresenceChange.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How devices come and go, and take the place of each other. */
interface PresenceDevicesContract extends PresenceRegistry {

    @Test
    default void tellsOfADeviceThatComesChangesAndGoes() {
        var start = version();
        var device = TestDevice.withVendor(alice("s1"), "tram");
        store().track(device);
        var viewing = TestDevice.withViewing(device, "vendor.7 \"ż\" 🚌 \n");
        store().change(viewing);
        store().leave("s1", "CLOSED", Duration.ZERO);

        var changes = changes(start);
        assertThat(changes)
                .extracting(PresenceChange::version)
                .containsExactly(start + 1, start + 2, start + 3);
        assertThat(changes.get(0))
                .isEqualTo(
                        new Present(
                                start + 1,
                                changes.get(0).at(),
                                device,
                                true,
                                Map.of(ALICE, ONLINE, TRAM, ONLINE)));
        assertThat(changes.get(1))
                .isEqualTo(new Present(start + 2, changes.get(1).at(), viewing, false, Map.of()));
        assertThat(changes.get(2))
                .isEqualTo(
                        new Gone(
                                start + 3,
                                changes.get(2).at(),
                                viewing,
                                "CLOSED",
                                null,
                                Map.of(ALICE, OFFLINE, TRAM, OFFLINE)));
        assertThat(sessions()).isEmpty();
    }

    @Test
    default void readsBackAllThatIsKnownOfADevice() {
        var full =
                new Device(
                        "s1",
                        "~\u0001 \uffff:7\"'\\{}ż🚌",
                        TestDevice.withVendor(alice("s1"), "-").vendor(),
                        "d",
                        DeviceType.PWA,
                        "n1",
                        "2001:db8::1",
                        Instant.parse("2026-03-01T12:00:00.123456789Z"),
                        null,
                        AWAY,
                        "v",
                        "t",
                        17);
        store().track(full);
        store().track(TestDevice.of("s2", "u".repeat(230), "n1", now()));

        assertThat(store().snapshot().devices()).contains(full).hasSize(2);
    }

    @Test
    default void keepsADeviceWhileItsGraceRuns() {
        store().track(alice("s1"));
        var start = version();
        store().leave("s1", "LOST", GRACE);
        pass(Duration.ofSeconds(5));
        store().leave("s1", "LATER", GRACE);

        assertThat(store().reap(10, true)).isZero();
        assertThat(sessions()).containsExactly("s1");
        assertThat(changes(start)).isEmpty();

        pass(Duration.ofSeconds(5));
        assertThat(store().reap(10, false)).isEqualTo(1);
        assertThat(store().reap(10, false)).isZero();
        assertGone(start, "s1", "LOST", Map.of(ALICE, OFFLINE));
    }

    @Test
    default void endsAGraceAtOnceWhereItIsTold() {
        store().track(alice("s1"));
        store().leave("s1", "LOST", GRACE);
        var start = version();
        store().leave("s1", "CLOSED", Duration.ZERO);

        assertGone(start, "s1", "CLOSED", Map.of(ALICE, OFFLINE));
        pass(GRACE);
        assertThat(store().reap(10, true)).isZero();
    }

    @Test
    default void keepsASessionThatTurnsOutToBeThere() {
        store().track(alice("s1"));
        store().track(alice("s2"));
        store().leave("s1", "LOST", GRACE);
        store().leave("s2", "LOST", GRACE);
        store().track(alice("s1"));
        store().sync("n1", List.of(alice("s1"), alice("s2")));
        pass(GRACE);

        assertThat(store().reap(10, true)).isZero();
        assertThat(sessions()).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    default void makesNoNoiseWhereADeviceIsBackInTime() {
        store().track(phone("s1", "n1"));
        store().leave("s1", "LOST", GRACE);
        var start = version();
        pass(Duration.ofSeconds(5));
        store().track(phone("s2", "n2"));
        pass(GRACE);

        assertThat(store().reap(10, true)).isZero();
        assertReplaced(start, "s1", "s2");
        assertThat(sessions()).containsExactly("s2");
    }

    @Test
    default void putsASessionInThePlaceOfAnother() {
        store().track(TestDevice.withVendor(phone("s1", "n1"), "tram"));
        var start = version();
        var next = TestDevice.withStatus(phone("s2", "n2"), AWAY);
        store().track(next);

        var changes = changes(start);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0))
                .isInstanceOfSatisfying(
                        Gone.class,
                        gone -> {
                            assertThat(gone.device().session()).isEqualTo("s1");
                            assertThat(gone.reason()).isEqualTo("SESSION_REPLACED");
                            assertThat(gone.replacedBy()).isEqualTo("s2");
                            assertThat(gone.statuses()).isEmpty();
                        });
        assertThat(changes.get(1))
                .isEqualTo(
                        new Present(
                                start + 2,
                                changes.get(1).at(),
                                next,
                                true,
                                Map.of(ALICE, AWAY, TRAM, OFFLINE)));
    }

    @Test
    default void keepsDevicesApartWhoseNamesRunTogether() {
        store().track(TestDevice.withId(TestDevice.of("s1", "a", "n1", now()), "bc"));
        store().track(TestDevice.withId(TestDevice.of("s2", "ab", "n1", now()), "c"));
        store().track(TestDevice.withId(TestDevice.of("s3", "1:a", "n1", now()), "bc"));
        store().track(TestDevice.withId(TestDevice.of("s4", "a", "n11", now()), "b"));
        assertThat(sessions()).hasSize(4);

        store().stop("n1", Duration.ZERO);
        assertThat(sessions()).containsExactly("s4");
    }

    @Test
    default void doesNotTakeBackWhatWasReplaced() {
        store().track(phone("s1", "n1"));
        store().track(phone("s2", "n2"));
        store().leave("s2", "CLOSED", Duration.ZERO);
        var start = version();

        store().track(phone("s1", "n1"));
        store().sync("n1", List.of(phone("s1", "n1")));

        assertThat(sessions()).isEmpty();
        assertThat(changes(start))
                .hasSize(2)
                .allSatisfy(
                        change ->
                                assertThat(change)
                                        .isInstanceOfSatisfying(
                                                Gone.class,
                                                gone -> {
                                                    assertThat(gone.replacedBy()).isEqualTo("s2");
                                                    assertThat(gone.statuses()).isEmpty();
                                                }));
        pass(PresenceStore.REPLACED);
        store().track(phone("s1", "n1"));
        assertThat(sessions()).containsExactly("s1");
    }
}
