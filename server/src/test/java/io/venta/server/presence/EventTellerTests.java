package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.server.error.JsonPayloads;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.ServiceEvents;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventTellerTests {

    private final SettableClock clock = new SettableClock();
    private final PresenceStore store = new InMemoryPresenceStore(clock);
    private final StubEventCursor cursor = new StubEventCursor();
    private final RecordingServiceEvents events = new RecordingServiceEvents();
    private final EventTeller teller =
            new EventTeller(store, cursor, events, new JsonPayloads(), new ThisNode("node-1"));

    @AfterEach
    void stop() {
        teller.stop();
    }

    @Test
    void tellsWhatTheLogSaysInOrderAndRemembersHowFar() {
        start();

        store.track(device("s1"));
        store.leave("s1", "CLOSED", Duration.ZERO);

        await().until(() -> cursor.told == store.version());
        assertThat(events.keys)
                .containsExactly(
                        "session.opened", "presence.changed", "session.closed", "presence.changed");
    }

    @Test
    void beginsAgainBehindWhatWasConfirmed() {
        start();
        events.confirms = false;
        store.track(device("s1"));
        await().until(() -> events.keys.contains("session.opened"));
        assertThat(cursor.told).isLessThan(store.version());

        events.confirms = true;

        await().until(() -> cursor.told == store.version());
        assertThat(events.keys).filteredOn("session.opened"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void leavesItToAnotherNode() {
        cursor.owner = "another";
        start();
        store.track(device("s1"));
        await().until(() -> cursor.claims > 0);
        assertThat(events.keys).isEmpty();

        cursor.told = 0;
        cursor.owner = null;

        await().until(() -> events.keys.contains("session.opened"));
    }

    @Test
    void goesOnWhereTheLogDoesNotReachBack() {
        cursor.told = -1_000_000;
        start();

        await().until(() -> cursor.told == store.version());
        store.track(device("s1"));

        await().until(() -> events.keys.contains("session.opened"));
    }

    @Test
    void letsGoWhenItsNodeStops() {
        start();
        await().until(() -> cursor.owner != null);

        teller.stop();

        assertThat(cursor.owner).isNull();
    }

    private void start() {
        teller.start();
    }

    private Device device(String session) {
        return TestDevice.of(session, "alice", "node-1", clock.instant());
    }

    private static final class RecordingServiceEvents implements ServiceEvents {

        private final List<String> keys = new CopyOnWriteArrayList<>();
        private volatile boolean confirms = true;

        @Override
        public CompletableFuture<Void> publish(String key, byte[] body) {
            keys.add(key);
            return confirms
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IllegalStateException("RabbitMQ is away"));
        }
    }

    private static final class StubEventCursor implements EventCursor {

        private volatile @Nullable String owner;
        private volatile long told;
        private volatile int claims;

        @Override
        public synchronized OptionalLong claim(String node, long present) {
            claims = claims + 1;
            if (owner != null && !owner.equals(node)) {
                return OptionalLong.empty();
            }
            owner = node;
            return OptionalLong.of(told);
        }

        @Override
        public synchronized boolean advance(String node, long version) {
            if (!node.equals(owner)) {
                return false;
            }
            told = version;
            return true;
        }

        @Override
        public synchronized void release(String node) {
            owner = null;
        }
    }
}
