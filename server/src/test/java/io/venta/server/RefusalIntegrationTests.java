package io.venta.server;

import static io.venta.server.EmbeddedGateway.as;
import static io.venta.server.EmbeddedGateway.report;
import static io.venta.server.EmbeddedGateway.vendor;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the embedded gateway refuses, and how it says so. */
class RefusalIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ServerProcess SERVER = EmbeddedGateway.server();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "",
                "[",
                "7",
                "{}",
                "{\"vendorId\":\"bad-1\"}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":NaN,\"long\":2}}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":91,\"long\":2}}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":\"1\",\"long\":2}}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":1}}",
                "{\"vendorId\":\"bad-1\",\"location\":[1,2]}",
                "{\"vendorId\":\"bad.*#/1\",\"location\":{\"lat\":1,\"long\":2}}",
                "{\"vendorId\":7,\"location\":{\"lat\":1,\"long\":2}}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":1700000000}",
                "{\"vendorId\":\"bad-1\",\"location\":{\"lat\":1,\"long\":2},"
                        + "\"timestamp\":\"2126-01-01T00:00:00Z\"}"
            })
    void refusesBadInputAndLetsTheConnectionLive(String body) {
        try (var service = as("demo-service");
                var watcher = as("demo-dispatcher")) {
            service.subscribe("/user/queue/errors");
            watcher.subscribe("/topic/location.*");

            var headers = Map.of("destination", "/app/location.report", "receipt", "refused");
            service.send(new StompFrame("SEND", headers, body));

            var error = service.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(error.body())
                    .contains(
                            "\"code\":\"INVALID_MESSAGE\"",
                            "\"retryable\":false",
                            "\"destination\":\"/app/location.report\"",
                            "\"receipt\":\"refused\"");
            report(service, "after-bad", 1, Instant.now());
            watcher.awaitFrame(
                    f -> f.is("MESSAGE", "destination", "/topic/location.after-bad"), SOON);
            assertThat(service.frames()).noneMatch(f -> f.is("RECEIPT", "receipt-id", "refused"));
            assertThat(watcher.frames())
                    .noneMatch(f -> f.is("MESSAGE", "destination", "/topic/location.bad-1"));
            assertThat(vendor("bad-1").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void takesAnArrayWholeOrNotAtAll() {
        try (var service = as("demo-service")) {
            service.subscribe("/user/queue/errors");
            var good = "{\"vendorId\":\"array-1\",\"location\":{\"lat\":1,\"long\":2}}";
            var bad = "{\"vendorId\":\"array-2\",\"location\":{\"lat\":1,\"long\":200}}";
            service.send("/app/location.report", "[" + good + "," + bad + "]");
            var error = service.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(error.body()).contains("\"index\":1", "long must be -180 to 180");
            assertThat(vendor("array-1").statusCode()).isEqualTo(404);

            var tooMany = "[" + (good + ",").repeat(100) + good + "]";
            service.send("/app/location.report", tooMany);
            service.awaitFrame(f -> f.body().contains("at most 100"), SOON);
            assertThat(vendor("array-1").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void refusesReportsForOthers() {
        try (var vendor = as("demo-vendor");
                var customer = as("demo-customer")) {
            for (var client : new StompTestClient[] {vendor, customer}) {
                client.subscribe("/user/queue/errors");
                client.send(
                        "/app/location.report",
                        "{\"vendorId\":\"other-1\",\"location\":{\"lat\":1,\"long\":2}}");
                var error = client.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
                assertThat(error.body()).contains("\"code\":\"AUTHORIZATION_FAILED\"");
            }
            assertThat(vendor("other-1").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBSCRIBE|/topic/location.*",
                "SUBSCRIBE|/topic/location.#",
                "SUBSCRIBE|/topic/location.a.b",
                "SUBSCRIBE|/topic/location.",
                "SUBSCRIBE|/topic/*",
                "SUBSCRIBE|/topic/**",
                "SUBSCRIBE|/topic/rooms.1",
                "SUBSCRIBE|/queue/notifications",
                "SUBSCRIBE|/user/demo-admin/queue/notifications",
                "SUBSCRIBE|/exchange/amq.topic/#",
                "SUBSCRIBE|/amq/queue/x",
                "SUBSCRIBE|/app/location.report",
                "SEND|/topic/location.x",
                "SEND|/user/demo-admin/queue/notifications",
                "SEND|/user/queue/errors",
                "SEND|/exchange/amq.topic/location.x",
                "SEND|/app/unknown",
                "SEND|/app/../topic/location.x",
                "ACK|/topic/location.x",
                "BEGIN|/topic/location.x",
            })
    void refusesOtherDestinations(String command, String destination) {
        try (var client = as("demo-customer")) {
            client.subscribe("/user/queue/errors");
            var headers = Map.of("id", "x", "destination", destination, "transaction", "t");
            client.send(new StompFrame(command, headers, command.equals("SEND") ? "{}" : ""));
            var error = client.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(error.body()).contains("\"code\":\"AUTHORIZATION_FAILED\"");
            assertThat(client.closeCode()).isNull();
        }
    }

    @Test
    void endsASessionThatCannotHearItsRefusal() {
        try (var client = as("demo-customer")) {
            client.send(
                    new StompFrame(
                            "SUBSCRIBE",
                            Map.of("id", "1", "destination", "/topic/location.*"),
                            ""));
            var error = client.awaitFrame(f -> f.command().equals("ERROR"), SOON);
            assertThat(error.header("code")).isEqualTo("PROTOCOL_ERROR");
            assertThat(error.body()).contains("AUTHORIZATION_FAILED", "/user/queue/errors");
            assertThat(client.awaitClose(SOON)).isEqualTo(4511);
        }
    }

    @Test
    void refusesTokensThatDoNotVerify() {
        var alice = Tokens.of("alice", Role.CUSTOMER);
        var now = Instant.now();
        assertRefused(alice.signWith("x".repeat(40)), "AUTHENTICATION_FAILED", 4500);
        assertRefused(alice.unsigned(), "AUTHENTICATION_FAILED", 4500);
        assertRefused("no.jwt.atall", "AUTHENTICATION_FAILED", 4500);
        assertRefused(
                alice.tampered(Map.of("roles", java.util.List.of("ADMIN"))),
                "AUTHENTICATION_FAILED",
                4500);
        assertRefused(alice.with("exp", null).sign(), "AUTHENTICATION_FAILED", 4500);
        assertRefused(alice.expiringAt(now.minusSeconds(120)).sign(), "TOKEN_EXPIRED", 4001);
        try (var nobody = StompTestClient.open(SERVER.wsUrl())) {
            nobody.connect(Map.of());
            nobody.awaitFrame(f -> f.is("ERROR", "code", "AUTHENTICATION_FAILED"), SOON);
            assertThat(nobody.awaitClose(SOON)).isEqualTo(4500);
        }
        try (var fine = StompTestClient.connect(SERVER.wsUrl(), alice.sign())) {
            assertThat(fine.frames().getFirst().headers())
                    .containsEntry("version", "1.2")
                    .containsEntry("heart-beat", "25000,25000")
                    .containsEntry("user-name", "alice")
                    .containsKeys("session", "expires-at");
        }
    }

    @Test
    void endsASessionWithItsToken() {
        var almostOver = Tokens.of("bob", Role.CUSTOMER).expiringAt(Instant.now().minusSeconds(58));
        try (var client = StompTestClient.connect(SERVER.wsUrl(), almostOver.sign())) {
            client.awaitFrame(f -> f.is("ERROR", "code", "TOKEN_EXPIRED"), Duration.ofSeconds(10));
            assertThat(client.awaitClose(SOON)).isEqualTo(4001);
        }
    }

    @Test
    void refusesWhatIsNotStomp() {
        for (var frame :
                new String[] {
                    "HELLO\n\n\0", "SUBSCRIBE\nid:1\ndestination:/user/queue/errors\n\n\0"
                }) {
            try (var client = StompTestClient.open(SERVER.wsUrl())) {
                client.raw(frame);
                client.awaitFrame(f -> f.command().equals("ERROR"), SOON);
                assertThat(client.awaitClose(SOON)).isEqualTo(4511);
            }
        }
        try (var old = StompTestClient.open(SERVER.wsUrl())) {
            var headers =
                    Map.of(
                            "accept-version",
                            "1.0",
                            "Authorization",
                            "Bearer " + SERVER.login("demo-customer"));
            old.send(new StompFrame("CONNECT", headers, ""));
            old.awaitFrame(f -> f.is("ERROR", "code", "PROTOCOL_ERROR"), SOON);
            assertThat(old.awaitClose(SOON)).isEqualTo(4511);
        }
    }

    private static void assertRefused(String token, String code, int closeCode) {
        try (var client = StompTestClient.open(SERVER.wsUrl())) {
            client.connect(Map.of("Authorization", "Bearer " + token));
            client.awaitFrame(f -> f.is("ERROR", "code", code), SOON);
            assertThat(client.awaitClose(SOON)).isEqualTo(closeCode);
        }
    }
}
