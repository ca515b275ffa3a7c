package io.venta.server;

import static io.venta.server.TightNodes.ONE;
import static io.venta.server.TightNodes.TWO;
import static io.venta.server.TightNodes.bearer;
import static io.venta.server.TightNodes.connect;
import static io.venta.server.TightNodes.open;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.Drip;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many may connect, how often, and how long they may take. */
class ConnectionLimitsIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Test
    void closesWhoDoesNotConnectInTime() {
        try (var client = open(ONE, "203.0.113.1")) {
            client.raw("CONNECT\n");
            client.raw("accept-version:1.2\n");
            client.awaitFrame(f -> f.is("ERROR", "code", "CONNECTION_ERROR"), SOON);
            assertThat(client.awaitClose(SOON)).isEqualTo(4013);
        }
    }

    @Test
    void closesWhoSaysTooMuchBeforeConnected() {
        for (var pieces : List.of(List.of(9_000), List.of(5_000, 5_000))) {
            try (var client = open(ONE, "203.0.113.2")) {
                client.raw("CONNECT\n");
                pieces.forEach(piece -> client.raw("x".repeat(piece)));
                client.awaitFrame(f -> f.is("ERROR", "code", "MESSAGE_TOO_LARGE"), SOON);
                assertThat(client.awaitClose(SOON)).isEqualTo(4510);
            }
        }
    }

    @Test
    void closesAHandshakeThatDrips() throws IOException {
        var start = Instant.now();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ONE.baseUrl().getPort())) {
            Drip.untilClosed(socket, "GET /ws HTTP/1.1\r\nX: ".getBytes(US_ASCII), SOON);
        }
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void countsConnectsOfAnAddressOnBothNodes() {
        var address = "203.0.113.4";
        // Fewer than the other node would refuse by its own count.
        var rounds = IntStream.range(0, 5);

        assertThat(
                        rounds.anyMatch(
                                i -> {
                                    connectSome(ONE, address, 32);
                                    return connectSome(TWO, address, 5);
                                }))
                .isTrue();

        try (var neighbour = open(TWO, "203.0.113.5")) {
            neighbour.connect(bearer("limits-neighbour", Role.CUSTOMER));
            neighbour.awaitFrame(f -> f.command().equals("CONNECTED"), SOON);
        }
    }

    @Test
    void countsFailedSignInsOfAnAddressOnBothNodes() {
        var address = "203.0.113.6";
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(ONE, address, "no.such.token")).isEqualTo("AUTHENTICATION_FAILED");
        }
        var good = Tokens.of("limits-good", Role.CUSTOMER).sign();
        assertThat(signIn(ONE, address, good)).isEqualTo("CONNECTION_LIMIT_EXCEEDED");
        assertThat(
                        ONE.send(
                                        "POST",
                                        "/api/auth/session",
                                        "Authorization",
                                        "Bearer " + good,
                                        "X-Forwarded-For",
                                        address)
                                .statusCode())
                .isEqualTo(429);

        // The other node hears of it with the first that fails there.
        signIn(TWO, address, "no.such.token");
        await().atMost(SOON)
                .until(() -> signIn(TWO, address, good).equals("CONNECTION_LIMIT_EXCEEDED"));
        assertThat(signIn(TWO, "203.0.113.7", good)).isEqualTo("CONNECTED");
    }

    @Test
    void takesSoManyConnectionsOfAUser() {
        var clients = new ArrayList<StompTestClient>();
        try {
            for (int i = 0; i < 3; i++) {
                clients.add(connect(ONE, "203.0.113.8", "limits-many", Role.CUSTOMER));
            }
            var more = open(ONE, "203.0.113.8");
            clients.add(more);
            more.connect(bearer("limits-many", Role.CUSTOMER));
            more.awaitFrame(f -> f.is("ERROR", "code", "CONNECTION_LIMIT_EXCEEDED"), SOON);
            assertThat(more.awaitClose(SOON)).isEqualTo(4010);
        } finally {
            clients.forEach(StompTestClient::close);
        }
    }

    @Test
    void takesSoManyConnectionsOfAnAddressOnBothNodes() {
        var clients = new ArrayList<StompTestClient>();
        try {
            for (int i = 0; i < 12; i++) {
                var node = i % 2 == 0 ? ONE : TWO;
                clients.add(connect(node, "203.0.113.9", "limits-" + i, Role.CUSTOMER));
            }
            assertThat(refusesToOpen(ONE, "203.0.113.9", SOON)).isTrue();
            assertThat(refusesToOpen(TWO, "203.0.113.9", SOON)).isTrue();
            assertThat(clients).allMatch(client -> client.closeCode() == null);

            clients.removeFirst().close();
            await().atMost(SOON).until(() -> !refusesToOpen(TWO, "203.0.113.9", MOMENT));
        } finally {
            clients.forEach(StompTestClient::close);
        }
    }

    /** What it answers to CONNECT. */
    private static String signIn(ServerProcess node, String address, String token) {
        try (var client = open(node, address)) {
            client.connect(Map.of("Authorization", "Bearer " + token));
            var answer = client.awaitFrame(f -> !f.command().equals("MESSAGE"), SOON);
            return answer.command().equals("ERROR")
                    ? String.valueOf(answer.header("code"))
                    : answer.command();
        }
    }

    /** Opens and closes some, and answers whether the last was refused as one too many. */
    private static boolean connectSome(ServerProcess node, String address, int count) {
        IntStream.range(1, count).forEach(i -> open(node, address).close());
        try (var last = open(node, address)) {
            last.awaitFrame(f -> f.body().startsWith("Too many connects "), MOMENT);
            return true;
        } catch (AssertionError notRefused) {
            return false;
        }
    }

    private static boolean refusesToOpen(ServerProcess node, String address, Duration patience) {
        try (var client = open(node, address)) {
            return client.awaitFrame(
                                    f -> f.is("ERROR", "code", "CONNECTION_LIMIT_EXCEEDED"),
                                    patience)
                            .body()
                            .startsWith("Your address has as many ")
                    && client.awaitClose(SOON) == 4010;
        } catch (AssertionError notRefused) {
            return false;
        }
    }
}
