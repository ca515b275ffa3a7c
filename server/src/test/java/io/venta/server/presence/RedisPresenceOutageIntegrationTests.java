package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.venta.server.presence.PresenceStore.ChangesLostException;
import io.venta.testing.RedisNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamRecords;

/** A registry whose Redis loses data, hangs, and goes away. */
class RedisPresenceOutageIntegrationTests {

    private static final RedisNode REDIS = RedisNode.start();
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final RedisPresence node = new RedisPresence(REDIS.port());
    private final PresenceStore store = node.store();
    private final Device device = TestDevice.of("s1", "alice", "n1", node.clock().instant());

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @BeforeEach
    void haveNode() {
        node.empty();
        store.sync("n1", List.of());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void isRebuiltWhereRedisComesBackEmpty() {
        store.track(device);
        var before = version();
        REDIS.restartEmpty();

        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(store.beat("n1")).isFalse());
        assertLost(before);
        var empty = version();
        store.sync("n1", List.of(device));
        assertLost(before);
        assertThat(empty).isGreaterThan(before);
        assertThat(store.changesAfter(empty, Duration.ZERO)).hasSize(1);
        assertThat(store.beat("n1")).isTrue();
    }

    @Test
    void tellsThatRedisHasLostTheLatestChange() {
        var start = version();
        store.track(device);
        assertThat(store.changesAfter(start, Duration.ZERO)).hasSize(1);
        assertThat(store.changesAfter(start + 1, Duration.ZERO)).isEmpty();

        node.redis().delete(RedisPresenceScripts.LOG);
        var other =
                StreamRecords.string(Map.of("at", "1"))
                        .withStreamKey(RedisPresenceScripts.LOG)
                        .withId(RecordId.of(start + 1, 0));
        node.redis().opsForStream().add(other);
        assertLost(start + 1);
        assertThat(store.changesAfter(version(), Duration.ZERO)).isEmpty();
    }

    @Test
    void beginsAnewWhereTheLogIsGone() {
        store.track(device);
        var start = version();
        node.redis().delete(RedisPresenceScripts.LOG);
        assertLost(start);

        var anew = version();
        assertThat(anew).isGreaterThan(start);
        assertThat(store.changesAfter(anew, Duration.ZERO)).isEmpty();
        store.leave("s1", "CLOSED", Duration.ZERO);
        assertThat(store.changesAfter(anew, Duration.ZERO)).hasSize(1);
    }

    @Test
    void goesOnWhileItWaitsForChanges() throws Exception {
        var start = version();
        var heard = CompletableFuture.supplyAsync(() -> store.changesAfter(start, WAIT));
        await().until(() -> node.info("clients", "blocked_clients").equals("1"));
        assertThat(millis(() -> store.beat("n1"))).isLessThan(500);
        store.track(device);

        assertThat(heard.get(10, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void failsInTimeWhileRedisHangs() {
        var start = version();
        store.changesAfter(start, Duration.ofMillis(10));
        node.command("CLIENT", "PAUSE", "9000");

        assertThat(millis(() -> assertFails(() -> store.beat("n1")))).isLessThan(4_000);
        assertThat(millis(() -> assertFails(() -> store.changesAfter(start, WAIT))))
                .isLessThan(4_000);
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.beat("n1")).isTrue());
        assertThat(store.changesAfter(start, Duration.ofMillis(10))).isEmpty();
    }

    @Test
    void failsInTimeWhereRedisIsAway() {
        var grace = Duration.ofSeconds(10);
        try (var nobody = new RedisPresence(1)) {
            var away = nobody.store();
            assertThat(millis(() -> assertFails(() -> away.track(device)))).isLessThan(4_000);
            assertFails(() -> away.change(device));
            assertFails(() -> away.leave("s1", "CLOSED", grace));
            assertFails(() -> away.beat("n1"));
            assertFails(() -> away.sync("n1", List.of()));
            assertFails(() -> away.stop("n1", grace));
            assertFails(() -> away.reap(1, true));
            assertFails(away::snapshot);
            assertFails(() -> away.changesAfter(1, grace));
            assertFails(() -> away.lastSeen(Subject.of(device)));
        }
    }

    @Test
    void waitsAgainOnceRedisIsBack() {
        store.changesAfter(version(), Duration.ofMillis(10));
        REDIS.restart();
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(store.beat("n1")).isTrue());
        var start = version();
        var heard = CompletableFuture.supplyAsync(() -> store.changesAfter(start, WAIT));
        store.track(device);

        assertThat(heard.orTimeout(10, TimeUnit.SECONDS).join()).hasSize(1);
    }

    private long version() {
        return store.snapshot().version();
    }

    private void assertLost(long version) {
        assertThatExceptionOfType(ChangesLostException.class)
                .isThrownBy(() -> store.changesAfter(version, Duration.ZERO));
    }

    private static void assertFails(ThrowingCallable errand) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(errand);
    }

    private static long millis(Runnable errand) {
        var start = System.nanoTime();
        errand.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
