package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that read too slowly, or say too much at once. */
class SlowClientIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(40);

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server =
                ServerProcess.embedded()
                        .environment("GATEWAY_SEND_TIME_LIMIT", "2s")
                        .environment("LOG_LEVEL", "warn")
                        .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void closesAClientThatStopsReadingAndServesTheOthers() {
        try (var reporter = signedIn(Role.SERVICE);
                var stalled = signedIn(Role.DISPATCHER);
                var reading = signedIn(Role.DISPATCHER)) {
            stalled.subscribe("/topic/location.*");
            reading.subscribe("/topic/location.*");
            stalled.pauseReading(true);

            var round = 0;
            while (activeConnections() > 2 && round < 1000) {
                reporter.sendAwaitingReceipt("/app/location.report", hundred(round++));
            }

            assertThat(round).as("rounds of 100 reports").isLessThan(1000);
            var last = "\"lat\":" + (round - 1) % 90 + ".0";
            reading.awaitFrame(
                    f ->
                            f.is("MESSAGE", "destination", "/topic/location.slow-99")
                                    && f.body().contains(last),
                    SEND_TIMEOUT);
            assertThat(reading.closeCode()).isNull();
        }
    }

    @Test
    void takesAFullArrayAndRefusesMoreThanTheLimit() {
        try (var reporter = signedIn(Role.SERVICE)) {
            var full =
                    IntStream.range(0, 100)
                            .mapToObj(
                                    i ->
                                            """
                                            {"vendorId":"%s","location":{"lat":52.123456789,"long":21.123456789},\
                                            "accuracy":12.5,"heading":123.456,"speed":12.345,\
                                            "timestamp":"2026-01-01T00:00:00.%06dZ"}"""
                                                    .formatted("full-" + "x".repeat(50) + i, i))
                            .collect(Collectors.joining(",", "[", "]"));
            assertThat(full.length()).isGreaterThan(20_000);
            reporter.sendAwaitingReceipt("/app/location.report", full);

            var tooLarge = Map.of("destination", "/app/location.report");
            reporter.send(new StompFrame("SEND", tooLarge, " ".repeat(70_000)));
            reporter.awaitFrame(f -> f.is("ERROR", "code", "MESSAGE_TOO_LARGE"), SOON);
            assertThat(reporter.awaitClose(SOON)).isEqualTo(4510);
        }
        try (var reporter = signedIn(Role.SERVICE)) {
            reporter.raw("SEND\ndestination:/app/location.report\n\n" + " ".repeat(60_000));
            reporter.raw(" ".repeat(6_000));
            assertThat(reporter.awaitClose(SOON)).as("in two messages").isEqualTo(4510);
        }
    }

    @Test
    void hangsUpOnWhoSaysMuchTooMuch() {
        try (var reporter = signedIn(Role.SERVICE)) {
            var tooLarge = Map.of("destination", "/app/location.report");
            reporter.send(new StompFrame("SEND", tooLarge, " ".repeat(100_000)));
            assertThat(reporter.awaitClose(SOON)).isIn(1009, 1006);
        }
    }

    private static long activeConnections() {
        var status = server.get("/ws/status", Tokens.of("ops", Role.ADMIN).sign()).body();
        return Long.parseLong(status.replaceAll(".*\"active\":(\\d+).*", "$1"));
    }

    private static StompTestClient signedIn(Role role) {
        return StompTestClient.connect(
                server.wsUrl(), Tokens.of("slow-" + role.name(), role).sign());
    }

    private static String hundred(int round) {
        var now = Instant.now();
        return IntStream.range(0, 100)
                .mapToObj(
                        i ->
                                """
                                {"vendorId":"slow-%d","location":{"lat":%d,"long":2},"timestamp":"%s"}"""
                                        .formatted(i, round % 90, now.plusNanos(round)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
