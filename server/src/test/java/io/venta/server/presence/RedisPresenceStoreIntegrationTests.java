package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.PresenceChange.Gone;
import io.venta.testing.RedisNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

/** Two nodes with a registry in a real Redis. */
class RedisPresenceStoreIntegrationTests implements PresenceStoreContract {

    private static final RedisNode REDIS = RedisNode.start();
    private static final RedisPresence ONE = new RedisPresence(REDIS.port());
    private static final RedisPresence TWO = new RedisPresence(REDIS.port());

    private final List<RedisPresence> more = new ArrayList<>();

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        REDIS.close();
    }

    @Override
    @BeforeEach
    public void haveNodes() {
        ONE.empty();
        PresenceStoreContract.super.haveNodes();
    }

    @AfterEach
    void closeMore() {
        more.forEach(RedisPresence::close);
    }

    @Override
    public PresenceStore store() {
        return ONE.store();
    }

    @Override
    public PresenceStore bounded(PresenceBounds bounds) {
        return more(server(), bounds).store();
    }

    @Override
    public void pass(Duration time) {
        ONE.pass(time);
        TWO.pass(time);
    }

    @Override
    public Instant now() {
        return ONE.clock().instant();
    }

    @Test
    void tellOnceThatTheLastOfTwoDevicesHasGone() {
        var rounds = 200;
        var start = version();
        for (int i = 0; i < rounds; i++) {
            ONE.store().track(TestDevice.of("a" + i, "alice", "n1", now()));
            TWO.store().track(TestDevice.of("b" + i, "alice", "n2", now()));
            var session = i;
            atOnce(
                    () -> ONE.store().leave("a" + session, "CLOSED", Duration.ZERO),
                    () -> TWO.store().leave("b" + session, "CLOSED", Duration.ZERO));
        }

        assertThat(changes(start))
                .hasSize(4 * rounds)
                .filteredOn(change -> change.statuses().containsValue(PresenceStatus.OFFLINE))
                .hasSize(rounds);
    }

    @Test
    void reapEachDeviceOnceThoughBothNodesDo() {
        var devices = 300;
        for (int i = 0; i < devices; i++) {
            var node = i % 2 == 0 ? "lost" : "n1";
            ONE.store().track(TestDevice.of("s" + i, "u" + i % 10, node, now()));
            if (i % 2 == 1) {
                ONE.store().leave("s" + i, "LOST", GRACE);
            }
        }
        pass(PresenceStore.LEASE);
        ONE.store().beat("n1");
        var start = version();
        var reaped = new AtomicInteger();
        atOnce(() -> reapAll(ONE.store(), reaped), () -> reapAll(TWO.store(), reaped));

        assertThat(reaped).hasValue(devices);
        assertThat(changes(start))
                .hasSize(devices)
                .allMatch(Gone.class::isInstance)
                .extracting(change -> change.device().session())
                .doesNotHaveDuplicates();
    }

    @Test
    void doNotMindANodeWhoseClockIsFiveMinutesOff() {
        var right = more(server(), PresenceBounds.USUAL);
        var fast = more(server(), PresenceBounds.USUAL);
        fast.clock().advance(Duration.ofMinutes(5));
        ONE.empty();
        fast.store().sync("n2", List.of(phone("s1", "n2", fast)));
        more.forEach(node -> node.pass(Duration.ofSeconds(5)));

        assertThat(right.store().reap(10, true)).isZero();
        assertThat(fast.store().reap(10, true)).isZero();
        assertThat(fast.store().beat("n2")).isTrue();
        right.store().sync("n1", List.of(phone("s2", "n1", right)));
        assertThat(sessions()).containsExactly("s2");

        more.forEach(node -> node.pass(Duration.ofSeconds(5)));
        fast.store().sync("n2", List.of(phone("s3", "n2", fast)));
        assertThat(sessions()).containsExactly("s3");
    }

    @Test
    void costOneCommandForEachChangeAndBeat() {
        ONE.command("SCRIPT", "FLUSH");
        store().track(alice("s1"));
        store().leave("s1", "LOST", GRACE);
        store().change(alice("s1"));
        store().beat("n1");
        ONE.command("CONFIG", "RESETSTAT");
        for (int i = 0; i < 10; i++) {
            store().track(alice("s1"));
            store().change(TestDevice.withViewing(alice("s1"), "vendor." + i));
            store().leave("s1", "LOST", GRACE);
            store().beat("n1");
        }

        assertThat(ONE.info("commandstats", "cmdstat_evalsha")).startsWith("calls=40,");
        assertThat(ONE.info("commandstats", "cmdstat_eval")).isEmpty();
    }

    @Test
    void needNoMoreRightsThanTheDocumentsSay() {
        ONE.command(
                "ACL",
                "SETUSER",
                "gateway",
                "reset",
                "on",
                ">secret",
                "~venta:*",
                "+@read",
                "+@write",
                "+@scripting",
                "+@connection",
                "+info",
                "+time");
        var login = server();
        login.setUsername("gateway");
        login.setPassword("secret");
        var limited = more(login, PresenceBounds.USUAL).store();
        var start = limited.snapshot().version();
        limited.beat("n1");
        limited.track(TestDevice.of("s1", "alice", "n1", now()));
        limited.change(TestDevice.of("s1", "alice", "n1", now().plusSeconds(1)));
        limited.leave("s1", "LOST", GRACE);
        limited.sync("n1", List.of(TestDevice.of("s2", "alice", "n1", now())));
        limited.stop("n1", Duration.ZERO);
        limited.reap(10, true);

        assertThat(limited.lastSeen(List.of(ALICE))).isEmpty();
        var changes = limited.changesAfter(start, Duration.ZERO);
        assertThat(changes).hasSize(4);
        assertThat(limited.changesAfter(changes.getLast().version(), Duration.ofMillis(10)))
                .isEmpty();
    }

    private static void reapAll(PresenceStore store, AtomicInteger reaped) {
        for (var gone = store.reap(7, true); gone > 0; gone = store.reap(7, true)) {
            reaped.addAndGet(gone);
        }
    }

    private RedisPresence more(RedisStandaloneConfiguration server, PresenceBounds bounds) {
        var another = new RedisPresence(server, bounds);
        more.add(another);
        return another;
    }

    private static void atOnce(Runnable one, Runnable two) {
        CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(two))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static RedisStandaloneConfiguration server() {
        return new RedisStandaloneConfiguration("127.0.0.1", REDIS.port());
    }

    private static Device phone(String session, String name, RedisPresence node) {
        var since = node.clock().instant();
        return TestDevice.withId(TestDevice.of(session, "alice", name, since), "phone");
    }
}
