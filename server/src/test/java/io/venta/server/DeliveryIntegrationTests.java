package io.venta.server;

import static io.venta.server.EmbeddedGateway.as;
import static io.venta.server.EmbeddedGateway.report;
import static io.venta.server.EmbeddedGateway.vendor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the embedded gateway delivers, by its WebSocket and HTTP alone. */
class DeliveryIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ServerProcess SERVER = EmbeddedGateway.server();

    @Test
    void deliversAReportToThoseWhoWatch() {
        try (var dispatcher = as("demo-dispatcher");
                var customer = as("demo-customer");
                var vendor = as("demo-vendor")) {
            dispatcher.subscribe("/topic/location.*");
            customer.subscribe("/topic/location.demo-vendor");
            customer.subscribe("/topic/location.somebody-else");

            vendor.sendAwaitingReceipt(
                    "/app/location.report",
                    """
                    {"location":{"lat":52.25,"long":21.0},"speed":4.5,"heading":90,
                     "timestamp":"2026-01-01T10:00:00.123456Z"}""");

            for (var watcher : new StompTestClient[] {dispatcher, customer}) {
                var update =
                        watcher.awaitFrame(
                                f -> f.is("MESSAGE", "destination", "/topic/location.demo-vendor"),
                                SOON);
                assertThat(update.header("type")).isEqualTo("location_updated");
                assertThat(update.header("retained")).isNull();
                assertThat(update.body())
                        .isEqualTo(
                                """
                                {"vendorId":"demo-vendor","location":{"lat":52.25,"long":21.0},\
                                "heading":90.0,"speed":4.5,"timestamp":"2026-01-01T10:00:00.123456Z"}""");
            }
            assertThat(customer.messages("/topic/location.somebody-else")).isEmpty();
        }
    }

    @Test
    void handsOverWhatIsRetainedBeforeTheReceipt() {
        try (var service = as("demo-service");
                var watcher = as("demo-customer")) {
            report(service, "retained-1", 1, Instant.parse("2026-02-01T10:00:00Z"));

            watcher.subscribe("/topic/location.retained-1");

            assertThat(watcher.frames())
                    .extracting(StompFrame::command)
                    .containsExactly("CONNECTED", "MESSAGE", "RECEIPT");
            assertThat(watcher.frames().get(1).header("retained")).isEqualTo("true");
        }
    }

    @Test
    void keepsTheNewestAndDropsTheRest() {
        try (var service = as("demo-service");
                var watcher = as("demo-customer")) {
            watcher.subscribe("/topic/location.newest-1");
            report(service, "newest-1", 1, Instant.parse("2026-02-01T10:00:00Z"));
            report(service, "newest-1", 2, Instant.parse("2026-02-01T10:00:00Z"));
            report(service, "newest-1", 3, Instant.parse("2026-02-01T09:59:59.999999Z"));
            report(service, "newest-1", 4, Instant.parse("2026-02-01T10:00:00.000001Z"));

            await().atMost(SOON)
                    .until(() -> watcher.messages("/topic/location.newest-1").size() == 2);
            assertThat(watcher.messages("/topic/location.newest-1"))
                    .extracting(StompFrame::body)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"lat\":1.0"),
                            second -> assertThat(second).contains("\"lat\":4.0"));
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(vendor("newest-1").body())
                                            .contains("2026-02-01T10:00:00.000001Z"));
        }
    }

    @Test
    void tellsWhereAVendorWas() {
        try (var service = as("demo-service")) {
            var now = Instant.now();
            report(service, "trail-1", 1, now.minusSeconds(3605));
            report(service, "trail-1", 2, now.minusSeconds(20));
            report(service, "trail-1", 3, now);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(vendor("trail-1/trail").body())
                                        .startsWith("{\"vendorId\":\"trail-1\",\"points\":[{")
                                        .contains("\"lat\":2", "\"lat\":3")
                                        .doesNotContain("\"lat\":1"));
        assertThat(vendor("trail-1/trail?since=soon").statusCode()).isEqualTo(400);
        assertThat(vendor("nobody/trail").statusCode()).isEqualTo(404);
        assertThat(SERVER.get("/api/vendors/trail-1/trail").statusCode()).isEqualTo(401);
    }

    @Test
    void mergesProfilesAndShowsThemWithTheVendor() {
        try (var service = as("demo-service");
                var watcher = as("demo-dispatcher")) {
            watcher.subscribe("/topic/vendor.*");
            service.sendAwaitingReceipt(
                    "/app/vendor.report",
                    """
                    {"vendorId":"profile-1","name":"Zażółć & Sons","type":"Truck","open":false}""");
            service.sendAwaitingReceipt(
                    "/app/vendor.report", "{\"vendorId\":\"profile-1\",\"open\":true}");

            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(watcher.messages("/topic/vendor.*"))
                                            .hasSize(2)
                                            .last()
                                            .satisfies(
                                                    f ->
                                                            assertThat(f.body())
                                                                    .contains(
                                                                            "Zażółć & Sons",
                                                                            "\"open\":true")));
            assertThat(vendor("profile-1").body()).contains("\"name\":\"Zażółć & Sons\"");
        }
    }

    @Test
    void answersAPing() {
        try (var client = as("demo-customer")) {
            client.subscribe("/user/queue/replies");
            client.sendAwaitingReceipt(
                    "/app/session.ping", "{\"sentAt\":\"2026-01-01T00:00:00Z\"}");
            var pong = client.awaitFrame(f -> f.is("MESSAGE", "type", "pong"), SOON);
            assertThat(pong.header("destination")).isEqualTo("/user/queue/replies");
            assertThat(pong.body()).contains("\"sentAt\":\"2026-01-01T00:00:00Z\"", "receivedAt");
        }
    }

    @Test
    void saysGoodbyeWithAReceipt() {
        try (var client = as("demo-customer")) {
            client.send(new StompFrame("DISCONNECT", Map.of("receipt", "bye"), ""));
            client.awaitFrame(f -> f.is("RECEIPT", "receipt-id", "bye"), SOON);
            assertThat(client.awaitClose(SOON)).isEqualTo(1000);
        }
    }

    @Test
    void showsFiguresToAdministratorsAlone() {
        var admin = SERVER.login("demo-admin");
        assertThat(SERVER.get("/ws/status", admin).body()).contains("\"connections\":{\"active\":");
        assertThat(SERVER.get("/metrics", admin).body()).contains("venta_relay_sessions");
        assertThat(SERVER.get("/metrics", SERVER.login("demo-customer")).statusCode())
                .isEqualTo(403);
        assertThat(SERVER.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(SERVER.get("/health").body()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(SERVER.get("/ready").body()).contains("\"status\":\"ready\"");
    }

    @Test
    void showsACustomerOnlyTheVendorsItMayWatch() {
        var carol = Tokens.of("carol", Role.CUSTOMER).withVendors("mine-1").sign();
        try (var service = as("demo-service");
                var client = StompTestClient.connect(SERVER.wsUrl(), carol)) {
            report(service, "mine-1", 1, Instant.now());
            report(service, "theirs-1", 1, Instant.now());
            client.subscribe("/user/queue/errors");
            client.subscribe("/topic/location.mine-1");
            var other = Map.of("id", "o", "destination", "/topic/location.theirs-1");
            client.send(new StompFrame("SUBSCRIBE", other, ""));
            client.awaitFrame(f -> f.body().contains("AUTHORIZATION_FAILED"), SOON);
            assertThat(SERVER.get("/api/vendors/mine-1", carol).statusCode()).isEqualTo(200);
            assertThat(SERVER.get("/api/vendors/theirs-1", carol).statusCode()).isEqualTo(404);
            assertThat(SERVER.get("/api/vendors/mine-1/trail", carol).statusCode()).isEqualTo(200);
            assertThat(SERVER.get("/api/vendors/theirs-1/trail", carol).statusCode())
                    .isEqualTo(404);
            assertThat(SERVER.get("/api/vendors?limit=1000", carol).body())
                    .contains("mine-1")
                    .doesNotContain("theirs-1");
        }
    }
}
