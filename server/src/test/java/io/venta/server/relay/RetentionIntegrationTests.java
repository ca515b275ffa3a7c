package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.server.topic.RedisValues;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import io.venta.testing.RedisNode;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes' memories on one Redis, which goes, comes back and forgets. */
@Timeout(120)
class RetentionIntegrationTests {

    private static final int MOST = 200;
    private static final Duration BACK = Duration.ofSeconds(40);

    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final RedisNode redis = RedisNode.start();
    private final Node one = new Node("v1"::equals);
    private final Node two = new Node(key -> !key.equals("v1"));

    @AfterEach
    void stop() {
        one.close();
        two.close();
        redis.close();
    }

    @Test
    void sharesTheWritingAmongTheNodes() {
        one.retention.ownership().change(key -> key.hashCode() % 2 == 0);
        two.retention.ownership().change(key -> key.hashCode() % 2 != 0);
        one.start();
        two.start();

        IntStream.range(0, 100).forEach(i -> hear(value("v" + i, 1)));

        await().untilAsserted(() -> assertThat(stored()).hasSize(100));
        assertThat(one.writes()).isPositive();
        assertThat(one.writes() + two.writes()).isEqualTo(100);
        // A look at the value and one at the removal, of each key.
        assertThat(one.values.calls("hget")).isEqualTo(200);
    }

    @Test
    void fillsAMemoryWhoseStoreWasAwayAtTheStart() throws InterruptedException {
        one.values.store().keep("location", List.of(value("v1", 5)));
        redis.stop();
        one.start();
        one.loader.awaitLoaded(Duration.ofMillis(100));
        assertThat(one.loader.isLoaded()).isFalse();
        var client = new RecordingClient("s1");
        client.subscribe(one.topics, "a", "/topic/location.*");
        hear(value("v2", 1));

        redis.restart();

        await().atMost(BACK).until(() -> one.loader.isLoaded());
        assertThat(client.heard())
                .containsExactlyInAnyOrder(
                        "RECEIPT r-a", "a location_updated v2@1", "a location_updated v1@5");
    }

    @Test
    void writesWhatItHeardWhileTheStoreWasAway() {
        one.start();
        hear(value("v1", 1));
        await().untilAsserted(() -> assertThat(stored()).containsExactly("v1@1"));
        redis.stop();
        hear(value("v1", 2));
        hear(value("v1", 3));
        await().until(() -> !one.writer().isReachable());

        redis.restart();

        await().atMost(BACK).untilAsserted(() -> assertThat(stored()).containsExactly("v1@3"));
        await().until(() -> one.writer().isReachable());
    }

    @Test
    void writesAllAgainWhereTheStoreComesBackEmpty() {
        one.start();
        two.start();
        IntStream.range(0, 50).forEach(i -> hear(value("v" + i, i)));
        await().untilAsserted(() -> assertThat(stored()).hasSize(50));
        await().until(() -> one.hasLooked() && two.hasLooked());

        redis.restartEmpty();

        await().atMost(BACK)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(stored()).hasSize(50));
    }

    @Test
    void removesWhatWasRemovedWhileANodeWasCutOff() {
        one.start();
        two.start();
        hear(value("v1", 5));
        hear(value("v2", 5));
        await().untilAsserted(() -> assertThat(stored()).hasSize(2));
        var client = new RecordingClient("s1");
        client.subscribe(two.topics, "a", "/topic/location.*");
        var at = Instant.ofEpochSecond(6);
        one.writer().remove("location", "v1", one.topics.remove(location, "v1", at, new byte[0]));
        await().untilAsserted(() -> assertThat(stored()).containsExactly("v2@5"));

        var looks = one.values.calls("hget");
        two.retention.ownership().change(_ -> true);
        await().until(() -> one.values.calls("hget") > looks);
        assertThat(stored()).containsExactly("v2@5");
        two.loader.load();

        await().untilAsserted(
                        () ->
                                assertThat(client.heard())
                                        .endsWith("a vendor_removed {\"vendorId\":\"v1\"}"));
        assertThat(two.topics.retained(location)).hasSize(1);
    }

    @Test
    void keepsRedisBoundedWhereEachMessageNamesAnotherVendor() {
        one.retention.ownership().change(_ -> true);
        one.start();

        IntStream.range(0, 500)
                .forEach(
                        i -> {
                            var heard = clock.instant().plusSeconds(60L * i);
                            one.hear(value("v" + i, i, heard));
                        });

        await().untilAsserted(() -> assertThat(stored()).contains("v499@499"));
        await().untilAsserted(() -> assertThat(stored()).hasSize(MOST));
    }

    private void hear(RetainedValue value) {
        one.hear(value);
        two.hear(value);
    }

    private List<String> stored() {
        return one.values.store().page("location", null, 1000).stream()
                .map(value -> value.key() + '@' + value.version().getEpochSecond())
                .toList();
    }

    /** What a node has between its messages and Redis. */
    private final class Node implements AutoCloseable {

        private final Topics topics = new Topics(List.of(location), new Lanes(0));
        private final RedisValues values =
                new RedisValues(redis, List.<TopicPolicy>of(location), clock);
        private final StubRetention retention =
                new StubRetention(values.store(), topics, clock, MOST);
        private final LastKnownLoader loader =
                new LastKnownLoader(values.store(), topics, new Lanes(0));

        Node(Predicate<String> mine) {
            retention.ownership().change(mine);
        }

        void start() {
            writer().start();
            loader.load();
        }

        void hear(RetainedValue value) {
            if (topics.accept(location, value)) {
                writer().keep("location", value);
            }
        }

        LastKnownWriter writer() {
            return retention.writer();
        }

        double writes() {
            return retention.meter("venta.store.writes");
        }

        /** Whether it knows which Redis it has written to. */
        boolean hasLooked() {
            return retention.hasLooked();
        }

        @Override
        public void close() {
            loader.stop();
            writer().stop();
            values.close();
        }
    }
}
