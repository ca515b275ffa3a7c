package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceDiff;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceBroadcastTests {

    private static final Instant NOW = SettableClock.START;
    private static final String ALICE = "/topic/presence.user.alice";
    private static final String USERS = "/topic/presence.user.*";

    private final LastSeen lastSeen = new LastSeen();
    private final PresenceView view = new PresenceView(lastSeen);
    private final JsonPayloads payloads = new JsonPayloads();
    private final PresenceTopic topic =
            new PresenceTopic(
                    view,
                    new PresenceSettings(
                            Duration.ofMinutes(5), Duration.ZERO, PresenceStore.LEASE, 5),
                    payloads);
    private final RecordingChannel channel = new RecordingChannel();
    private Predicate<String> heard = _ -> true;
    private final PresenceBroadcast broadcast =
            new PresenceBroadcast(
                    view, topic, destination -> heard.test(destination), channel.template());

    @BeforeEach
    void knowTheRegistry() {
        view.degraded(false);
    }

    @Test
    void tellsOfAJoinThoseWhoWatchOneAndThoseWhoWatchAll() {
        view.put(device("alice", "s1"));

        broadcast.send();

        assertThat(channel.destinations()).containsExactly(USERS, ALICE);
        assertThat(channel.lastHeader("type")).isEqualTo("presence_diff");
        assertThat(diffs())
                .allSatisfy(
                        diff -> {
                            assertThat(diff.joins())
                                    .extracting(PresenceEntry::id)
                                    .containsExactly("alice");
                            assertThat(diff.updates()).isEmpty();
                            assertThat(diff.leaves()).isEmpty();
                        });
    }

    @Test
    void tellsOfAVendorByItsDevice() {
        view.put(TestDevice.withVendor(device("v1", "s1"), "v1"));

        broadcast.send();

        assertThat(channel.destinations())
                .containsExactlyInAnyOrder(
                        USERS,
                        "/topic/presence.vendor.*",
                        "/topic/presence.vendor.v1",
                        "/topic/presence.user.v1");
    }

    @Test
    void sendsTogetherWhatChangedInBetween() {
        view.put(device("alice", "s1"));
        view.put(device("bob", "s2"));
        broadcast.send();
        view.put(TestDevice.withStatus(device("alice", "s1"), PresenceStatus.BUSY));
        view.remove("s2", NOW);
        view.put(device("carol", "s3"));

        broadcast.send();

        var all = diffs().get(diffs().size() - 4);
        assertThat(all.joins()).extracting(PresenceEntry::id).containsExactly("carol");
        assertThat(all.updates())
                .extracting(PresenceEntry::status)
                .containsExactly(PresenceStatus.BUSY);
        assertThat(all.leaves()).containsExactly("bob");
    }

    @Test
    void saysNothingOfWhoCameAndWentOrChangedBack() {
        view.put(device("alice", "s1"));
        broadcast.send();
        var before = channel.sent().size();
        view.put(TestDevice.withStatus(device("alice", "s1"), PresenceStatus.BUSY));
        view.put(device("alice", "s1"));
        view.put(device("alice", "s1").listening(7));

        broadcast.send();

        assertThat(channel.sent()).hasSize(before);
    }

    @Test
    void doesNotLeaveWhileADeviceIsThere() {
        view.put(device("alice", "s1"));
        view.put(device("alice", "s2"));
        broadcast.send();

        view.remove("s1", NOW);
        broadcast.send();
        assertThat(diffs().getLast().updates().getFirst().devices()).hasSize(1);

        view.remove("s2", NOW);
        broadcast.send();
        assertThat(diffs().getLast().leaves()).containsExactly("alice");
    }

    @Test
    void opensWithTheEntryOrWithWhenItWasLastSeen() {
        view.put(device("alice@example.com", "s1"));
        broadcast.send();

        assertThat(opening("user.alice~40example~2ecom").entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo("alice@example.com"))
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(PresenceStatus.ONLINE));

        view.remove("s1", NOW);
        broadcast.send();

        var offline = opening("user.alice~40example~2ecom").entries().getFirst();
        assertThat(offline.status()).isEqualTo(PresenceStatus.OFFLINE);
        assertThat(offline.lastSeen()).isEqualTo(NOW);
        assertThat(opening("vendor.v1").entries().getFirst().lastSeen()).isNull();
    }

    @Test
    void tellsWhoAskedOnceItIsKnownWhenSomebodyWasLastSeen() {
        opening("user.alice");
        var wanted = lastSeen.takeWanted(10);
        assertThat(wanted).containsExactly(Subject.user("alice"));

        lastSeen.found(wanted, Map.of(Subject.user("alice"), NOW));
        broadcast.send();

        assertThat(channel.destinations()).containsExactly(ALICE);
        assertThat(diffs().getFirst().updates().getFirst().lastSeen()).isEqualTo(NOW);
    }

    @Test
    void countsWhereTheyAreTooManyAndNamesThemAgainWhenTheyAreFewer() {
        for (int i = 1; i <= 5; i++) {
            view.put(device("u" + i, "s" + i));
        }
        broadcast.send();
        assertThat(opening("user.*").entries()).hasSize(5);

        view.put(device("u6", "s6"));
        broadcast.send();
        var state = (PresenceState) payload(USERS);
        assertThat(state.entries()).isEmpty();
        assertThat(state.counts()).containsEntry(PresenceStatus.ONLINE, 6);
        assertThat(opening("user.*")).isEqualTo(state);

        view.remove("s6", NOW);
        broadcast.send();
        var diff = (PresenceDiff) payload(USERS);
        assertThat(diff.counts()).as("not back at once").containsEntry(PresenceStatus.ONLINE, 5);
        assertThat(diff.leaves()).isEmpty();

        view.remove("s5", NOW);
        broadcast.send();
        assertThat(((PresenceState) payload(USERS)).entries()).hasSize(4);
        assertThat(opening("user.*").counts()).isNull();
    }

    @Test
    void writesNothingForNobody() {
        heard = USERS::equals;
        view.put(device("alice", "s1"));

        broadcast.send();

        assertThat(channel.destinations()).containsExactly(USERS);
    }

    @Test
    void marksWhatItKnowsWhileTheStoreIsAway() {
        view.put(device("alice", "s1"));
        broadcast.send();

        view.degraded(true);
        broadcast.send();
        assertThat(diffs().getLast().updates().getFirst().degraded()).isTrue();
        assertThat(opening("user.bob").entries().getFirst().degraded()).isTrue();

        view.degraded(false);
        broadcast.send();
        assertThat(diffs().getLast().updates().getFirst().degraded()).isNull();
    }

    private PresenceState opening(String key) {
        return payloads.read(topic.opening(key), PresenceState.class);
    }

    private List<PresenceDiff> diffs() {
        return channel.payloads().stream().map(PresenceDiff.class::cast).toList();
    }

    /** The last one to a destination. */
    private Object payload(String destination) {
        var last = channel.destinations().lastIndexOf(destination);
        return channel.payloads().get(last);
    }

    private static Device device(String user, String session) {
        return TestDevice.of(session, user, "node-1", SettableClock.START);
    }
}
