package io.venta.server;

import static io.venta.server.EmbeddedGateway.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Presence as clients of one node see it. */
class PresenceIntegrationTests {

    private static final ServerProcess SERVER = EmbeddedGateway.server();
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CUSTOMER = "/topic/presence.user.demo-customer";

    @Test
    void tellsTheStateOnceAndThenWhatChanges() {
        await().atMost(SOON).until(PresenceIntegrationTests::leftAsTheTopicTells);
        try (var dispatcher = as("demo-dispatcher")) {
            dispatcher.subscribe(CUSTOMER);
            assertThat(dispatcher.messages(CUSTOMER).getFirst().header("type"))
                    .isEqualTo("presence_state");
            assertThat(dispatcher.messages(CUSTOMER).getFirst().body()).contains("\"OFFLINE\"");

            try (var customer = customer("tab-1")) {
                awaitDiff(dispatcher, "\"joins\":[{\"kind\":\"user\",\"id\":\"demo-customer\"");
                customer.sendAwaitingReceipt("/app/presence.report", "{\"status\":\"BUSY\"}");
                awaitDiff(dispatcher, "\"updates\":[{\"kind\":\"user\"", "\"status\":\"BUSY\"");
                customer.sendAwaitingReceipt(
                        "/app/presence.activity",
                        "{\"type\":\"VIEWING\",\"target\":\"vendor.v1\"}");
                awaitDiff(dispatcher, "\"viewing\":\"vendor.v1\"");
                customer.send(new StompFrame("DISCONNECT", Map.of(), ""));
            }

            awaitDiff(dispatcher, "\"leaves\":[\"demo-customer\"]");
        }
    }

    @Test
    void replacesAConnectionOfTheSameDevice() {
        await().atMost(SOON).until(PresenceIntegrationTests::leftAsTheTopicTells);
        try (var dispatcher = as("demo-dispatcher")) {
            dispatcher.subscribe(CUSTOMER);
            try (var older = customer("tab-2");
                    var newer = customer("tab-2")) {
                assertThat(older.awaitClose(SOON)).isEqualTo(4502);
                assertThat(older.frames().getLast().header("code")).isEqualTo("SESSION_REPLACED");
                newer.sendAwaitingReceipt("/app/presence.report", "{\"status\":\"AWAY\"}");
                awaitDiff(dispatcher, "\"AWAY\"");
                assertThat(dispatcher.messages(CUSTOMER))
                        .noneMatch(heard -> heard.body().contains("\"leaves\":[\"demo"));
            }
        }
    }

    @Test
    void answersOverHttp() {
        var dispatcher = SERVER.login("demo-dispatcher");
        var customer = SERVER.login("demo-customer");
        try (var connected = customer("tab-3")) {
            connected.sendAwaitingReceipt("/app/presence.report", "{\"status\":\"BUSY\"}");
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(get("/api/presence?users=demo-customer", customer))
                                            .contains("\"BUSY\"", "\"deviceId\":\"tab-3\""));
            assertThat(get("/api/presence/online?kind=user", dispatcher))
                    .contains("\"demo-customer\"");
            assertThat(get("/api/presence?vendors=nobody-9", customer)).contains("\"OFFLINE\"");
            assertThat(get("/api/sessions", customer))
                    .contains("\"deviceId\":\"tab-3\"", "\"deviceType\":\"web\"", "\"node\":");
            assertThat(get("/ws/status", SERVER.login("demo-admin")))
                    .contains("\"devices\":", "\"all\":{", "\"members\":{");
        }
        assertThat(status("/api/presence?users=demo-dispatcher", customer)).isEqualTo(403);
        assertThat(status("/api/presence/online?kind=user", customer)).isEqualTo(403);
        assertThat(status("/api/presence", customer)).isEqualTo(400);
        assertThat(status("/api/presence?vendors=a.b", customer)).isEqualTo(400);
        assertThat(status("/api/sessions?user=demo-dispatcher", customer)).isEqualTo(403);
    }

    @Test
    void refusesWhatNobodyMaySay() {
        try (var customer = customer("tab-4")) {
            customer.subscribe("/user/queue/errors");
            customer.send("/app/presence.report", "{\"status\":\"OFFLINE\"}");
            customer.awaitFrame(
                    f -> f.is("MESSAGE", "type", "error") && f.body().contains("INVALID_MESSAGE"),
                    SOON);
            customer.send("/app/presence.activity", "{\"type\":\"VIEWING\"}");
            customer.awaitFrame(f -> f.body().contains("TYPING and VIEWING have a target"), SOON);
            assertThat(customer.closeCode()).isNull();
        }
    }

    /** The topic tells of a leave together with others', a moment after HTTP does. */
    private static boolean leftAsTheTopicTells() {
        try (var dispatcher = as("demo-dispatcher")) {
            dispatcher.subscribe(CUSTOMER);
            return dispatcher.messages(CUSTOMER).getFirst().body().contains("\"OFFLINE\"");
        }
    }

    private static StompTestClient customer(String deviceId) {
        var headers = new HashMap<>(Map.of("device-id", deviceId, "device-type", "web"));
        headers.put("Authorization", "Bearer " + SERVER.login("demo-customer"));
        return StompTestClient.connect(SERVER.wsUrl(), headers);
    }

    private static void awaitDiff(StompTestClient client, String... parts) {
        client.awaitFrame(
                frame ->
                        frame.is("MESSAGE", "type", "presence_diff")
                                && Arrays.stream(parts).allMatch(frame.body()::contains),
                SOON);
    }

    private static String get(String path, String token) {
        return SERVER.get(path, token).body();
    }

    private static int status(String path, String token) {
        return SERVER.get(path, token).statusCode();
    }
}
