package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.venta.model.Role;
import io.venta.model.presence.PresenceStatus;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Presence over two nodes, and over a third that stops or is killed. */
class PresenceClusterIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String USERS = "/topic/presence.user.*";

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void isTheSameOnEveryNode() {
        try (var far = dispatcher(TWO);
                var vendors = dispatcher(ONE)) {
            var users = PresenceWatcher.of(far, USERS);
            var trams = PresenceWatcher.of(vendors, "/topic/presence.vendor.tram-9");
            try (var phone = connect(ONE, Tokens.ofVendor("tram-9").sign(), "phone");
                    var tablet = connect(TWO, Tokens.ofVendor("tram-9").sign(), "tablet")) {
                await().atMost(SOON).until(() -> devices(trams, "tram-9") == 2);
                phone.sendAwaitingReceipt("/app/presence.report", "{\"status\":\"BUSY\"}");
                await().atMost(SOON).until(() -> trams.status("tram-9") == PresenceStatus.BUSY);
                tablet.send(new StompFrame("DISCONNECT", Map.of(), ""));
                await().atMost(SOON).until(() -> devices(trams, "tram-9") == 1);
                assertThat(trams.leaves()).isEmpty();
                assertThat(users.status("tram-9")).isEqualTo(PresenceStatus.BUSY);
                phone.send(new StompFrame("DISCONNECT", Map.of(), ""));
                await().atMost(SOON).until(() -> trams.leaves().equals(List.of("tram-9")));
            }
        }
    }

    @Test
    void replacesAndEndsConnectionsAcrossNodes() {
        var token = token("mobile-mary", Role.CUSTOMER);
        try (var older = connect(ONE, token, "phone");
                var newer = connect(TWO, token, "phone")) {
            assertThat(older.awaitClose(SOON)).isEqualTo(4502);
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(ONE.get("/api/sessions", token).body())
                                            .containsOnlyOnce("\"deviceId\":\"phone\""));
            var session = newer.frames().getFirst().header("session");
            assertThat(ONE.get("/api/sessions", token).body()).contains(session);

            ONE.send("DELETE", "/api/sessions/" + session, "Authorization", "Bearer " + token);

            assertThat(newer.awaitClose(SOON)).isEqualTo(4501);
        }
    }

    @Test
    void hasOneLeaveWhereTwoDevicesLeaveInTheSameMoment() {
        try (var watching = dispatcher(TWO)) {
            var users = PresenceWatcher.of(watching, USERS);
            var names = IntStream.range(0, 20).mapToObj(i -> "pair-" + i).toList();
            for (var name : names) {
                var token = token(name, Role.CUSTOMER);
                try (var one = connect(ONE, token, "a");
                        var two = connect(TWO, token, "b")) {
                    await().atMost(SOON).until(() -> devices(users, name) == 2);
                    CompletableFuture.allOf(
                                    CompletableFuture.runAsync(() -> disconnect(one)),
                                    CompletableFuture.runAsync(() -> disconnect(two)))
                            .join();
                }
            }
            await().atMost(SOON).until(() -> users.leaves().containsAll(names));
            assertThat(users.leaves()).filteredOn(names::contains).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsServicesWhoComesAndGoesInOrder() throws IOException {
        try (var services = AmqpPublisher.asService(BROKER)) {
            var heard = new CopyOnWriteArrayList<String>();
            hear(services, heard);
            try (var client = connect(TWO, token("event-eve", Role.CUSTOMER), "tab-1")) {
                await().atMost(SOON).until(() -> heard.size() >= 2);
                disconnect(client);
            }
            await().atMost(SOON).until(() -> heard.size() >= 4);
            assertThat(heard.get(0)).startsWith("session.opened").contains("tab-1");
            assertThat(heard.get(1)).startsWith("presence.changed").contains("\"ONLINE\"");
            assertThat(heard.get(2))
                    .startsWith("session.closed")
                    .contains("\"reason\":\"CLOSED\"", "\"durationMs\":");
            assertThat(heard.get(3)).startsWith("presence.changed").contains("\"OFFLINE\"");
        }
    }

    @Test
    void addsUpAllNodes() {
        try (var client = connect(TWO, token("counted-carl", Role.CUSTOMER), "tab")) {
            client.subscribe("/topic/location.counted-1");
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ONE.get("/ws/status", token("root", Role.ADMIN))
                                                            .body())
                                            .contains("\"/topic/location.counted-1\":1"));
        }
    }

    @Test
    void goesOnWithoutFlappingWhereANodeStops() {
        try (var watching = dispatcher(TWO)) {
            var users = PresenceWatcher.of(watching, USERS);
            var third = Cluster.production().start();
            var staying = connect(third, token("stop-stays", Role.CUSTOMER), "phone");
            var leaving = connect(third, token("stop-leaves", Role.CUSTOMER), "phone");
            await().atMost(SOON)
                    .until(
                            () ->
                                    users.screen()
                                            .keySet()
                                            .containsAll(List.of("stop-stays", "stop-leaves")));

            third.stop();
            assertThat(staying.awaitClose(SOON)).isEqualTo(4012);
            assertThat(leaving.awaitClose(SOON)).isEqualTo(4012);

            try (var back = connect(ONE, token("stop-stays", Role.CUSTOMER), "phone")) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> users.leaves().contains("stop-leaves"));
                assertThat(users.leaves()).doesNotContain("stop-stays");
                assertThat(back.closeCode()).isNull();
            }
        }
    }

    @Test
    void takesAwayWhatAKilledNodeLeft() {
        try (var watching = dispatcher(TWO)) {
            var users = PresenceWatcher.of(watching, USERS);
            var third = Cluster.production().environment("GATEWAY_PRESENCE_LEASE", "9s").start();
            var names = IntStream.range(0, 20).mapToObj(i -> "kill-" + i).toList();
            names.forEach(name -> connect(third, token(name, Role.CUSTOMER), "phone"));
            await().atMost(SOON).until(() -> users.screen().keySet().containsAll(names));
            third.kill();

            var back =
                    names.subList(0, 10).stream()
                            .map(name -> connect(ONE, token(name, Role.CUSTOMER), "phone"))
                            .toList();
            var gone = names.subList(10, 20);
            await().atMost(Duration.ofSeconds(40)).until(() -> users.leaves().containsAll(gone));

            assertThat(users.leaves()).filteredOn(names::contains).hasSize(10);
            assertThat(users.screen().keySet()).containsAll(names.subList(0, 10));
            back.forEach(StompTestClient::close);
        }
    }

    private static void hear(AmqpPublisher service, List<String> heard) throws IOException {
        var channel = service.channel();
        var queue = "svc.service.presence-" + System.nanoTime();
        channel.queueDeclare(queue, false, true, true, Map.of());
        for (var key : List.of("session.*", "presence.changed")) {
            channel.queueBind(queue, "events", key);
        }
        channel.basicConsume(
                queue,
                true,
                new DefaultConsumer(channel) {
                    @Override
                    public void handleDelivery(
                            String tag,
                            Envelope envelope,
                            AMQP.BasicProperties properties,
                            byte[] body) {
                        var text = new String(body, StandardCharsets.UTF_8);
                        if (text.contains("event-eve")) {
                            heard.add(envelope.getRoutingKey() + ' ' + text);
                        }
                    }
                });
    }

    private static void disconnect(StompTestClient client) {
        client.send(new StompFrame("DISCONNECT", Map.of(), ""));
        client.awaitClose(SOON);
    }

    private static int devices(PresenceWatcher watcher, String id) {
        var entry = watcher.screen().get(id);
        return entry == null ? 0 : entry.devices().size();
    }

    private static StompTestClient connect(ServerProcess node, String token, String device) {
        var headers = new HashMap<>(Map.of("device-id", device));
        headers.put("Authorization", "Bearer " + token);
        return StompTestClient.connect(node.wsUrl(), headers);
    }
}
