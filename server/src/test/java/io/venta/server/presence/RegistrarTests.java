package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionEnded;
import io.venta.server.session.SessionOpened;
import io.venta.server.session.StubClientSockets;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.StubSubscriptionCounts;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registrar and the follower of one node, with a store that can be out of reach. */
class RegistrarTests {

    private static final Subject ALICE = Subject.user("alice");

    private final SettableClock clock = new SettableClock();
    private final PresenceSettings settings =
            new PresenceSettings(
                    Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(3), 500);
    private final ThisNode node = new ThisNode("node-1");
    private final FailingPresenceStore store =
            new FailingPresenceStore(new InMemoryPresenceStore(clock));
    private final LastSeen lastSeen = new LastSeen();
    private final PresenceView view = new PresenceView(lastSeen);
    private final StoreState state = new StoreState(view);
    private final OwnDevices own =
            new OwnDevices(
                    new StubClientSockets(),
                    TestUsers.access(),
                    new StubSubscriptionCounts(),
                    settings,
                    node,
                    clock);
    private final List<Object> ended = new CopyOnWriteArrayList<>();
    private final Registrar registrar =
            new Registrar(own, store, view, lastSeen, state, settings, node, clock);
    private final Follower follower = new Follower(store, view, state, own, clock, ended::add);

    @BeforeEach
    void start() {
        registrar.start();
        follower.start();
        await().until(() -> !view.isDegraded());
    }

    @AfterEach
    void stop() {
        store.works(true);
        registrar.stop();
        follower.stop();
    }

    @Test
    void tellsTheRegistryWhoComesChangesAndLeaves() {
        open("s1", "phone");
        awaitStatus(PresenceStatus.ONLINE);

        own.says("s1", PresenceStatus.BUSY);
        awaitStatus(PresenceStatus.BUSY);

        own.closed(new SessionClosed("s1", SessionClosed.CLOSED, false));
        awaitStatus(PresenceStatus.OFFLINE);
        assertThat(own.all()).isEmpty();
    }

    @Test
    void leavesTimeToComeBack() {
        open("s1", "phone");
        awaitStatus(PresenceStatus.ONLINE);

        own.closed(new SessionClosed("s1", SessionClosed.LOST, true));
        await().until(() -> own.all().isEmpty());
        assertThat(status()).isEqualTo(PresenceStatus.ONLINE);

        clock.advance(Duration.ofSeconds(11));
        awaitStatus(PresenceStatus.OFFLINE);
    }

    @Test
    void endsAConnectionWhosePlaceAnotherTook() {
        open("s1", "phone");
        open("s2", "phone");

        await().until(() -> ended.size() == 1);

        assertThat(((SessionEnded) ended.getFirst()).sessionId()).isEqualTo("s1");
        assertThat(view.devices("alice")).extracting(Device::session).containsExactly("s2");
        own.closed(new SessionClosed("s1", "SESSION_REPLACED", false));
        open("s3", "tablet");
        await().until(() -> view.devices("alice").size() == 2);
    }

    @Test
    void answersFromWhatItKnowsWhileTheStoreIsAwayAndMakesUpForItAfterwards() {
        open("s1", "phone");
        open("s2", "tablet");
        await().until(() -> view.devices("alice").size() == 2);
        store.works(false);
        await().until(view::isDegraded);

        own.closed(new SessionClosed("s1", SessionClosed.CLOSED, false));
        open("s3", "laptop");
        await().until(() -> sessions().equals(List.of("s2", "s3")));
        assertThat(view.entry(ALICE).degraded()).isTrue();

        store.works(true);
        await().until(() -> !view.isDegraded());
        await().until(() -> registered().equals(List.of("s2", "s3")));
        assertThat(sessions()).containsExactly("s2", "s3");
    }

    @Test
    void comesBackToARegistryThatForgotIt() {
        open("s1", "phone");
        awaitStatus(PresenceStatus.ONLINE);

        store.works(false);
        await().until(view::isDegraded);
        store.beginAnew(new InMemoryPresenceStore(clock));
        store.works(true);

        await().until(() -> registered().equals(List.of("s1")));
        await().until(() -> sessions().equals(List.of("s1")));
    }

    @Test
    void takesAwayAllThatADeadNodeLeftAtOnce() {
        store.beat("node-2");
        var left =
                IntStream.range(0, 1_200)
                        .mapToObj(i -> TestDevice.of("d" + i, "bob", "node-2", clock.instant()))
                        .toList();
        store.sync("node-2", left);
        await().until(() -> view.devices("bob").size() == left.size());

        clock.advance(PresenceStore.LEASE.plusSeconds(1));

        await().until(() -> view.devices("bob").isEmpty());
    }

    @Test
    void leavesForItselfWhenTheNodeStops() {
        open("s1", "phone");
        awaitStatus(PresenceStatus.ONLINE);

        registrar.stop();

        clock.advance(Duration.ofSeconds(11));
        assertThat(store.reap(10, false)).isEqualTo(1);
    }

    private void open(String session, String deviceId) {
        own.opened(
                new SessionOpened(
                        session, TestUsers.user(Role.CUSTOMER), deviceId, null, "::1", null));
    }

    private void awaitStatus(PresenceStatus status) {
        await().untilAsserted(() -> assertThat(status()).isEqualTo(status));
    }

    private PresenceStatus status() {
        return view.entry(ALICE).status();
    }

    private List<String> sessions() {
        return view.devices("alice").stream().map(Device::session).sorted().toList();
    }

    private List<String> registered() {
        return store.snapshot().devices().stream().map(Device::session).sorted().toList();
    }
}
