package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import io.venta.server.session.SessionRenewed;
import io.venta.server.session.StubClientSockets;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.StubSubscriptionCounts;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnDevicesTests {

    private static final Instant EXPIRY = Instant.parse("2026-03-01T13:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;

    private final StubClientSockets sockets = new StubClientSockets();
    private final StubSubscriptionCounts subscriptions = new StubSubscriptionCounts();
    private final OwnDevices devices =
            new OwnDevices(
                    sockets,
                    TestUsers.access(),
                    subscriptions,
                    new PresenceSettings(
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(10),
                            PresenceStore.LEASE,
                            500),
                    new ThisNode("node-1"),
                    new SettableClock());

    @Test
    void describesWhoCame() throws InterruptedException {
        open("s1", TestUsers.vendor("v1"));

        var device = devices.poll(AT_ONCE).orElseThrow().device();

        assertThat(device.user()).isEqualTo("alice");
        assertThat(device.vendor()).hasToString("v1");
        assertThat(device.id()).isEqualTo("phone");
        assertThat(device.node()).startsWith("node-1-");
        assertThat(device.since()).isEqualTo(SettableClock.START);
        assertThat(device.expiresAt()).isEqualTo(EXPIRY);
        assertThat(device.status()).isEqualTo(PresenceStatus.ONLINE);
    }

    @Test
    void namesADeviceByItsSessionWhereItHasNoName() throws InterruptedException {
        devices.opened(
                new SessionOpened(
                        "s1", TestUsers.user(Role.CUSTOMER), null, null, "192.0.2.1", EXPIRY));

        assertThat(devices.poll(AT_ONCE).orElseThrow().device().id()).isEqualTo("s1");
    }

    @Test
    void queuesADeviceOnceHoweverOftenItChanges() throws InterruptedException {
        open("s1", TestUsers.user(Role.CUSTOMER));
        devices.says("s1", PresenceStatus.BUSY);
        devices.views("s1", "vendor.v1");

        var device = devices.poll(AT_ONCE).orElseThrow().device();

        assertThat(device.status()).isEqualTo(PresenceStatus.BUSY);
        assertThat(device.viewing()).isEqualTo("vendor.v1");
        assertThat(devices.poll(AT_ONCE)).isEmpty();
        devices.says("s1", PresenceStatus.BUSY);
        assertThat(devices.poll(AT_ONCE)).as("nothing new").isEmpty();
    }

    @Test
    void isIdleAfterDoingNothingAndOnlineAgain() {
        open("s1", TestUsers.user(Role.CUSTOMER));

        sockets.doNothingFor("s1", Duration.ofMinutes(5));
        devices.fade();
        assertThat(status()).isEqualTo(PresenceStatus.IDLE);

        sockets.doNothingFor("s1", Duration.ofSeconds(1));
        devices.fade();
        assertThat(status()).isEqualTo(PresenceStatus.ONLINE);
    }

    @Test
    void staysAwayAndBusyAsItsUserSaid() {
        open("s1", TestUsers.user(Role.CUSTOMER));
        sockets.doNothingFor("s1", Duration.ofHours(1));

        devices.says("s1", PresenceStatus.AWAY);
        devices.fade();

        assertThat(status()).isEqualTo(PresenceStatus.AWAY);
    }

    @Test
    void countsSubscriptionsNowAndThen() throws InterruptedException {
        open("s1", TestUsers.user(Role.CUSTOMER));
        devices.poll(AT_ONCE);
        subscriptions.set("s1", 3);

        devices.count();

        assertThat(devices.poll(AT_ONCE).orElseThrow().device().subscriptions()).isEqualTo(3);
    }

    @Test
    void goesOnByANewerToken() throws InterruptedException {
        open("s1", TestUsers.user(Role.CUSTOMER));
        devices.renewed(new SessionRenewed("s1", EXPIRY.plusSeconds(60), _ -> true));

        assertThat(devices.poll(AT_ONCE).orElseThrow().device().expiresAt())
                .isEqualTo(EXPIRY.plusSeconds(60));
    }

    @Test
    void tellsHowItLeft() throws InterruptedException {
        open("s1", TestUsers.user(Role.CUSTOMER));
        devices.poll(AT_ONCE);

        devices.closed(new SessionClosed("s1", SessionClosed.LOST, true));

        assertThat(devices.poll(AT_ONCE).orElseThrow().departure())
                .isEqualTo(new SessionClosed("s1", "LOST", true));
    }

    @Test
    void knowsNothingOfSessionsThatAreNotThere() throws InterruptedException {
        devices.closed(new SessionClosed("s9", SessionClosed.LOST, true));
        devices.says("s9", PresenceStatus.BUSY);

        assertThat(devices.poll(AT_ONCE)).isEmpty();
    }

    private void open(String session, Principal user) {
        devices.opened(
                new SessionOpened(session, user, "phone", DeviceType.MOBILE, "192.0.2.1", EXPIRY));
    }

    private PresenceStatus status() {
        return devices.all().iterator().next().device().status();
    }
}
