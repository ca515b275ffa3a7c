package io.venta.server;

import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.REDIS;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.signedIn;
import static io.venta.server.Cluster.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presence while Redis is away, and when it is back with what it had or with nothing. */
class PresenceOutageIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String USERS = "/topic/presence.user.*";

    @BeforeEach
    void start() {
        Cluster.awaitReady();
    }

    @AfterAll
    static void recover() {
        Cluster.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isRebuiltFromWhatTheNodesHave(boolean comesBackEmpty) {
        var round = comesBackEmpty ? "empty-" : "kept-";
        try (var one = dispatcher(ONE);
                var two = dispatcher(TWO);
                var stays = customer(ONE, round + "stays");
                var goes = customer(TWO, round + "goes")) {
            var near = PresenceWatcher.of(one, USERS);
            var far = PresenceWatcher.of(two, USERS);
            var both = List.of(round + "stays", round + "goes");
            await().atMost(SOON).until(() -> shows(near, both) && shows(far, both));

            REDIS.stop();
            try {
                await().atMost(SOON).until(() -> isDegraded(near, round + "stays"));
                assertThat(ONE.get("/api/presence?users=" + round + "stays", admin()).body())
                        .contains("\"degraded\":true", "\"ONLINE\"");
                goes.send(new StompFrame("DISCONNECT", Map.of(), ""));
                var comes = customer(TWO, round + "comes");
                await().atMost(SOON).until(() -> far.leaves().contains(round + "goes"));
                await().atMost(SOON).until(() -> shows(far, List.of(round + "comes")));
                assertThat(shows(near, List.of(round + "goes")))
                        .as("the other node cannot know")
                        .isTrue();
                assertThat(comes.closeCode()).isNull();
            } finally {
                bringBack(comesBackEmpty);
            }

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> shows(near, List.of(round + "stays", round + "comes")));
            await().atMost(SOON.multipliedBy(2)).until(() -> !shows(near, List.of(round + "goes")));
            await().atMost(SOON).until(() -> !isDegraded(near, round + "stays"));
            assertThat(near.leaves()).doesNotContain(round + "stays", round + "comes");
            assertThat(far.leaves()).doesNotContain(round + "stays", round + "comes");
            assertThat(stays.closeCode()).isNull();
        }
    }

    @Test
    void countsThousandsThatComeAndGo() throws InterruptedException {
        var churn = Integer.getInteger("venta.churn", 100);
        var token = token("churn", Role.SERVICE);
        try (var watching = dispatcher(TWO)) {
            var users = PresenceWatcher.of(watching, USERS);
            var threads =
                    List.of(
                            Thread.startVirtualThread(() -> comeAndGo(ONE, token, churn / 2)),
                            Thread.startVirtualThread(() -> comeAndGo(TWO, token, churn / 2)));
            for (var thread : threads) {
                thread.join();
            }
            await().atMost(SOON).until(() -> !shows(users, List.of("churn")));
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(ONE.get("/api/sessions?user=churn", admin()).body())
                                            .isEqualTo("{\"sessions\":[]}"));
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(ONE.metric("venta_presence_devices"))
                                            .isEqualTo(TWO.metric("venta_presence_devices")));
        }
    }

    private static void comeAndGo(ServerProcess node, String token, int times) {
        for (int i = 0; i < times; i++) {
            try (var client = StompTestClient.connect(node.wsUrl(), token)) {
                client.send(new StompFrame("DISCONNECT", Map.of(), ""));
                client.awaitClose(SOON);
            }
        }
    }

    private static void bringBack(boolean empty) {
        if (empty) {
            REDIS.restartEmpty();
        } else {
            REDIS.restart();
        }
    }

    private static StompTestClient customer(ServerProcess node, String user) {
        return signedIn(node, user, Role.CUSTOMER);
    }

    private static String admin() {
        return token("root", Role.ADMIN);
    }

    private static boolean shows(PresenceWatcher watcher, List<String> users) {
        return watcher.screen().keySet().containsAll(users);
    }

    private static boolean isDegraded(PresenceWatcher watcher, String user) {
        var entry = watcher.screen().get(user);
        return entry != null && Boolean.TRUE.equals(entry.degraded());
    }
}
