package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import io.venta.server.session.StubClientSockets;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.StubSubscriptionCounts;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The follower of a node whose registrar is late: the registry does not know its devices. */
class FollowerTests {

    private final SettableClock clock = new SettableClock();
    private final LastSeen lastSeen = new LastSeen();
    private final PresenceView view = new PresenceView(lastSeen);
    private final OwnDevices own =
            new OwnDevices(
                    new StubClientSockets(),
                    TestUsers.access(),
                    new StubSubscriptionCounts(),
                    new PresenceSettings(
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(10),
                            PresenceStore.LEASE,
                            500),
                    new ThisNode("node-1"),
                    clock);
    private final Follower follower =
            new Follower(
                    new InMemoryPresenceStore(clock),
                    view,
                    new StoreState(view),
                    own,
                    clock,
                    _ -> {});

    @AfterEach
    void stop() {
        follower.stop();
    }

    @Test
    void takesOwnSessionsForGoneOnlyWhereTheyHaveLeft() {
        open("own");
        open("own-that-left");
        view.put(TestDevice.of("others", "alice", "node-2", clock.instant()));
        own.closed(new SessionClosed("own-that-left", SessionClosed.CLOSED, false));
        assertThat(sessions()).hasSize(3);

        follower.start();

        await().untilAsserted(() -> assertThat(sessions()).containsExactly("own"));
    }

    /** As the registrar has the view know a device while the registry cannot. */
    private void open(String session) {
        own.opened(
                new SessionOpened(
                        session, TestUsers.user(Role.CUSTOMER), session, null, "::1", null));
        own.all().forEach(device -> view.put(device.device()));
    }

    private List<String> sessions() {
        return view.devices("alice").stream().map(Device::session).sorted().toList();
    }
}
