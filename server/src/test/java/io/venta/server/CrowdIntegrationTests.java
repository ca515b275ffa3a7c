package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.RawClient;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that do not read, of every kind, beside as many that do. */
class CrowdIntegrationTests {

    private static final int EACH = 20;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVERYTHING = "/topic/location.*";

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server =
                ServerProcess.embedded()
                        .environment("GATEWAY_SEND_TIME_LIMIT", TIME_LIMIT.toMillis() + "ms")
                        .environment("GATEWAY_SOCKET_SEND_BUFFER", "16KB")
                        .environment("LOG_LEVEL", "warn")
                        .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void endsThoseWhoDoNotReadAndServesThoseWhoDo() {
        var token = Tokens.of("crowd", Role.DISPATCHER).sign();
        var bad = new ArrayList<RawClient>();
        var good = new ArrayList<StompTestClient>();
        var over = new AtomicBoolean();
        try (var reporter =
                StompTestClient.connect(
                        server.wsUrl(), Tokens.of("crowd-reporter", Role.SERVICE).sign())) {
            for (int i = 0; i < EACH; i++) {
                bad.add(badClient(token, over, _ -> {}));
                bad.add(badClient(token, over, RawClient::beat));
                bad.add(badClient(token, over, client -> client.read(50)));
                var reads = StompTestClient.connect(server.wsUrl(), token);
                reads.subscribe(EVERYTHING);
                good.add(reads);
            }

            var round = reportUntilBadAreGone(reporter, good.size());

            await().atMost(PATIENCE)
                    .until(() -> bad.stream().allMatch(RawClient::isClosedByServer));
            for (var client : good) {
                client.awaitFrame(f -> f.body().contains("\"accuracy\":" + round + ".0"), PATIENCE);
                assertThat(client.closeCode()).isNull();
            }
            assertThat(metric("venta_relay_slow_total")).isEqualTo(bad.size());
        } finally {
            over.set(true);
            bad.forEach(RawClient::close);
            good.forEach(StompTestClient::close);
        }
    }

    private static int reportUntilBadAreGone(StompTestClient reporter, int good) {
        var deadline = Instant.now().plus(PATIENCE);
        var round = 0;
        while (active() > good + 1) {
            assertThat(Instant.now()).as("time to end those who do not read").isBefore(deadline);
            reporter.sendAwaitingReceipt("/app/location.report", hundred(++round));
        }
        reporter.sendAwaitingReceipt("/app/location.report", hundred(++round));
        return round;
    }

    private static RawClient badClient(
            String token, AtomicBoolean over, Consumer<RawClient> habit) {
        var client = RawClient.connect(server.wsUrl(), token).subscribe(EVERYTHING);
        Thread.ofVirtual().start(() -> live(client, over, habit));
        return client;
    }

    private static void live(RawClient client, AtomicBoolean over, Consumer<RawClient> habit) {
        try {
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(PATIENCE.multipliedBy(2))
                    .until(
                            () -> {
                                habit.accept(client);
                                return over.get();
                            });
        } catch (java.io.UncheckedIOException e) {
            // The server has hung up on it, as it should.
            assertThat(e.getCause()).isNotNull();
        }
    }

    private static long active() {
        return metric("venta_connections_active");
    }

    private static long metric(String name) {
        var text = server.get("/metrics", Tokens.of("ops", Role.ADMIN).sign()).body();
        return List.of(text.split("\n", -1)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow()
                .longValue();
    }

    private static String hundred(int round) {
        var now = Instant.now();
        return IntStream.range(0, 100)
                .mapToObj(
                        i ->
                                """
                                {"vendorId":"crowd-%d","location":{"lat":1,"long":2},"accuracy":%d,"timestamp":"%s"}"""
                                        .formatted(i, round, now))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
