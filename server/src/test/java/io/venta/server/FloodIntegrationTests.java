package io.venta.server;

import static io.venta.server.TightNodes.ONE;
import static io.venta.server.TightNodes.connect;
import static io.venta.server.TightNodes.metric;
import static io.venta.server.TightNodes.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.RawClient;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of clients that ask too much. */
class FloodIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ERRORS = "/user/queue/errors";
    private static final String REPORT = "/app/location.report";

    @Test
    void refusesEventsBeyondTheRateAndInTheEndTheClient() {
        try (var client = connect(ONE, "203.0.113.10", "limits-chatty", Role.CUSTOMER)) {
            client.subscribe(ERRORS);
            for (int i = 0; i < 70; i++) {
                ping(client);
            }
            var refusal = client.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(refusal.body())
                    .contains("\"RATE_LIMIT_EXCEEDED\"", "\"retryable\":true", "\"retryAfterMs\":");
            assertThat(client.closeCode()).isNull();

            untilClosed(client, () -> ping(client));
            client.awaitFrame(f -> f.is("ERROR", "code", "TOO_MANY_VIOLATIONS"), SOON);
            assertThat(client.awaitClose(SOON)).isEqualTo(4014);
        }
        assertThat(metric("venta_refusals_total{code=\"RATE_LIMIT_EXCEEDED\"}")).isGreaterThan(20);
        assertThat(metric("venta_refusals_total{code=\"TOO_MANY_VIOLATIONS\"}")).isPositive();
    }

    @Test
    void takesAnArrayWithinTheRateOrNotAtAll() {
        var token = Tokens.ofVendor("limits-v").sign();
        try (var vendor = open(ONE, "203.0.113.11")) {
            vendor.connect(Map.of("Authorization", "Bearer " + token));
            vendor.subscribe(ERRORS);
            vendor.sendAwaitingReceipt(REPORT, fixes(100, 1));

            vendor.send(REPORT, fixes(100, 2));

            var refusal = vendor.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(refusal.body()).contains("\"RATE_LIMIT_EXCEEDED\"");
            assertThat(Cluster.vendor(ONE, "limits-v")).contains("\"lat\":1.0");
        }
    }

    @Test
    void limitsNoService() {
        try (var service = connect(ONE, "203.0.113.12", "limits-service", Role.SERVICE)) {
            for (int i = 0; i < 300; i++) {
                ping(service);
            }
            service.sendAwaitingReceipt(
                    REPORT,
                    """
                    {"vendorId":"limits-s","location":{"lat":1,"long":2}}""");
            assertThat(service.closeCode()).isNull();
        }
    }

    @Test
    void endsAFloodOfSubscribesWithNothingLeft() {
        var before = metric("venta_relay_subscriptions");
        try (var client = connect(ONE, "203.0.113.13", "limits-flood", Role.CUSTOMER)) {
            client.subscribe(ERRORS);
            var sent = new int[1];
            untilClosed(
                    client,
                    () -> {
                        assertThat(sent[0]).isLessThan(100_000);
                        var batch =
                                IntStream.range(sent[0], sent[0] + 500)
                                        .mapToObj(FloodIntegrationTests::subscribe)
                                        .collect(Collectors.joining());
                        sent[0] += 500;
                        client.raw(batch);
                    });
            assertThat(client.awaitClose(SOON)).isEqualTo(4014);
        }
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(metric("venta_relay_subscriptions")).isEqualTo(before));
    }

    /** Twenty refusals a minute are too many here. */
    @Test
    void blamesNobodyForSubscriptionsThatANewerTokenDrops() {
        var newer =
                Tokens.of("limits-fresh", Role.CUSTOMER)
                        .withVendors("none")
                        .expiringAt(Instant.now().plusSeconds(7200));
        try (var client = connect(ONE, "203.0.113.15", "limits-fresh", Role.CUSTOMER)) {
            client.subscribe(ERRORS);
            IntStream.range(0, 150).forEach(i -> client.raw(subscribe(i)));
            client.subscribe("/user/queue/replies");

            client.sendAwaitingReceipt(
                    "/app/session.refresh", "{\"token\":\"" + newer.sign() + "\"}");

            await().atMost(SOON).until(() -> client.messages(ERRORS).size() == 150);
            ping(client);
            client.awaitFrame(f -> f.is("MESSAGE", "type", "pong"), SOON);
        }
    }

    @Test
    void endsAFloodOfHeartbeats() {
        try (var client = connect(ONE, "203.0.113.14", "limits-beating", Role.CUSTOMER)) {
            untilClosed(client, () -> client.raw("\n"));
            assertThat(client.awaitClose(SOON)).isEqualTo(4014);
        }
    }

    @Test
    void endsAFloodOfPings() {
        try (var client =
                RawClient.connect(ONE.wsUrl(), Tokens.of("limits-p", Role.CUSTOMER).sign())) {
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> {
                                try {
                                    IntStream.range(0, 100).forEach(i -> client.ping());
                                } catch (UncheckedIOException closed) {
                                    return true;
                                }
                                return client.isClosedByServer();
                            });
        }
        assertThat(metric("venta_refusals_total{code=\"TOO_MANY_VIOLATIONS\"}")).isPositive();
    }

    private static void ping(StompTestClient client) {
        client.send("/app/session.ping", "{\"sentAt\":\"2026-03-01T12:00:00Z\"}");
    }

    private static void untilClosed(StompTestClient client, Runnable more) {
        var deadline = Instant.now().plus(SOON);
        while (client.closeCode() == null) {
            assertThat(Instant.now()).isBefore(deadline);
            try {
                more.run();
            } catch (CompletionException closed) {
                return;
            }
        }
    }

    private static String subscribe(int i) {
        var headers = Map.of("id", "f" + i, "destination", "/topic/location.flood-" + i);
        return new StompFrame("SUBSCRIBE", headers, "").encode();
    }

    private static String fixes(int count, int lat) {
        var now = Instant.now();
        return IntStream.range(0, count)
                .mapToObj(i -> Cluster.fix("limits-v", lat, now.plusMillis(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
