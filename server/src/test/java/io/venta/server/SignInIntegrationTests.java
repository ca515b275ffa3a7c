package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.TWO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.IdentityProvider;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How sign-ins go on and end, wherever in a cluster that is decided. */
class SignInIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    /**
     * How long a session that was ended on one node may live on another: two seconds, and what a
     * busy machine takes; a node that was not told looks after ten.
     */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void goesOnByANewerTokenThatAllowsLess() {
        var later = Instant.now().plusSeconds(7200);
        var newer = Tokens.of("rosa", Role.CUSTOMER).withVendors("fresh-1").expiringAt(later);
        try (var client = Cluster.signedIn(ONE, "rosa", Role.DISPATCHER)) {
            client.subscribe("/user/queue/errors");
            client.subscribe("/topic/location.*");
            client.subscribe("/topic/location.fresh-1");

            refresh(client, newer.sign());

            var dropped = client.awaitFrame(f -> f.is("MESSAGE", "type", "error"), SOON);
            assertThat(dropped.body())
                    .contains(
                            "\"code\":\"AUTHORIZATION_FAILED\"",
                            "\"subscription\":\"/topic/location.*\"",
                            "\"destination\":\"/topic/location.*\"");
            try (var reporter = Cluster.service(TWO)) {
                for (var vendor : new String[] {"fresh-2", "fresh-1"}) {
                    reporter.sendAwaitingReceipt(
                            "/app/location.report", Cluster.fix(vendor, 1, Instant.now()));
                }
            }
            client.awaitFrame(f -> f.is("MESSAGE", "destination", "/topic/location.fresh-1"), SOON);
            assertThat(client.messages("/topic/location.*"))
                    .noneMatch(f -> f.is("MESSAGE", "destination", "/topic/location.fresh-2"));
            assertThat(client.closeCode()).isNull();
        }
    }

    @Test
    void livesOnWithItsOwnTokenWhereTheNewerIsNoGood() {
        try (var client = Cluster.signedIn(ONE, "rosa", Role.CUSTOMER)) {
            client.subscribe("/user/queue/errors");

            client.send("/app/session.refresh", token(Tokens.of("eve", Role.ADMIN).sign()));
            client.awaitFrame(f -> f.body().contains("AUTHORIZATION_FAILED"), SOON);
            client.send("/app/session.refresh", token("x.y.z"));
            client.awaitFrame(f -> f.body().contains("INVALID_MESSAGE"), SOON);

            assertThat(client.closeCode()).isNull();
        }
    }

    @Test
    void revokesAUser() throws Exception {
        var token = Cluster.token("ursula", Role.CUSTOMER);
        try (var here = StompTestClient.connect(ONE.wsUrl(), token);
                var there = StompTestClient.connect(TWO.wsUrl(), token);
                var other = Cluster.signedIn(TWO, "urban", Role.CUSTOMER)) {
            command("{\"userId\":\"ursula\"}");

            assertRevoked(here);
            assertRevoked(there);
            assertThat(other.closeCode()).isNull();
        }
        assertRefused(ONE, token);
        assertThat(TWO.get("/api/vendors", token).statusCode()).isEqualTo(401);
        var later = Tokens.of("ursula", Role.CUSTOMER).with("iat", in(Duration.ofSeconds(5)));
        StompTestClient.connect(TWO.wsUrl(), later.sign()).close();
    }

    @Test
    void revokesAToken() throws Exception {
        var token = Tokens.of("tina", Role.CUSTOMER).with("jti", "tinas-token").sign();
        var browser = Browser.signIn(ONE, token);
        try (var there = StompTestClient.connect(TWO.wsUrl(), token);
                var other = Cluster.signedIn(TWO, "tina", Role.CUSTOMER)) {
            command("{\"jti\":\"tinas-token\"}");

            assertRevoked(there);
            assertThat(other.closeCode()).isNull();
        }
        assertRefused(ONE, token);
        // A handshake leaves it to CONNECT to say so; another request ends the browser's session.
        try (var client = browser.open(ONE)) {
            client.connect(Map.of("X-CSRF-TOKEN", browser.reply().csrfToken()));
            assertRevoked(client);
        }
        assertThat(browser.session(ONE, "GET").statusCode()).isEqualTo(401);
        try (var client = browser.open(ONE)) {
            client.connect(Map.of("X-CSRF-TOKEN", browser.reply().csrfToken()));
            assertThat(client.awaitClose(SOON)).isEqualTo(4500);
        }
    }

    @Test
    void revokesASession() throws Exception {
        try (var here = Cluster.signedIn(ONE, "sara", Role.CUSTOMER);
                var there = Cluster.signedIn(TWO, "sara", Role.CUSTOMER)) {
            command("{\"session\":\"%s\"}".formatted(Cluster.session(there)));

            assertRevoked(there);
            assertThat(here.closeCode()).isNull();
        }
    }

    @Test
    void deadLettersCommandsThatCannotBeRead() throws Exception {
        var bad = List.of("not json", "{}", "{\"userId\":\"dan\",\"jti\":\"both\"}");
        var password = UUID.randomUUID().toString();
        BROKER.ctl("add_user", "letters", password);
        BROKER.ctl("set_permissions", "letters", ".*", ".*", ".*");
        try (var reader = AmqpPublisher.connect(BROKER, "letters", password);
                var there = Cluster.signedIn(TWO, "dan", Role.CUSTOMER)) {
            var letters = reader.channel().queueDeclare().getQueue();
            reader.channel().queueBind(letters, "dead-letter", "session.revoke");
            for (var body : bad) {
                command(body);
            }

            var bodies = new ArrayList<String>();
            while (bodies.size() < bad.size()) {
                var letter =
                        await().atMost(SOON)
                                .until(
                                        () -> reader.channel().basicGet(letters, true),
                                        Objects::nonNull);
                bodies.add(new String(letter.getBody(), UTF_8));
                assertThat(letter.getProps().getHeaders()).containsKeys("reason", "original-key");
            }
            assertThat(bodies).containsExactlyInAnyOrderElementsOf(bad);
            assertThat(there.closeCode()).isNull();
            command("{\"userId\":\"dan\"}");
            assertRevoked(there);
        } finally {
            BROKER.ctl("delete_user", "letters");
        }
    }

    @Test
    void endsSessionsOfOnesOwnOnTheOtherNode() {
        var token = Cluster.token("doris", Role.CUSTOMER);
        try (var there = StompTestClient.connect(TWO.wsUrl(), token);
                var others = Cluster.signedIn(TWO, "erika", Role.CUSTOMER)) {
            assertThat(Cluster.end(Cluster.session(others), token)).isEqualTo(202);
            assertThat(Cluster.end(Cluster.session(there), token)).isEqualTo(202);

            assertRevoked(there);
            assertThat(others.closeCode()).isNull();
            assertThat(Cluster.end(Cluster.session(others), Cluster.token("ops", Role.ADMIN)))
                    .isEqualTo(202);
            assertRevoked(others);
        }
    }

    @Test
    void followsTheProvidersKeysWhileClientsAreConnected() throws Exception {
        var early = Tokens.of("kurt", Role.CUSTOMER).with("jti", "revoked-before");
        command("{\"jti\":\"revoked-before\"}");
        try (var provider = IdentityProvider.start();
                var third =
                        Cluster.production()
                                .environment("JWT_SECRET", "")
                                .environment("JWT_JWK_SET_URI", provider.keySet().toString())
                                .start();
                var client = StompTestClient.connect(third.wsUrl(), kurt(provider))) {
            client.subscribe("/user/queue/replies");
            assertRefused(third, early.signBy(provider));

            provider.rotate();
            StompTestClient.connect(third.wsUrl(), kurt(provider)).close();

            provider.rotate();
            provider.hang(true);
            try (var late = StompTestClient.open(third.wsUrl())) {
                late.connect(Map.of("Authorization", "Bearer " + kurt(provider)));
                late.awaitFrame(f -> f.is("ERROR", "code", "AUTHENTICATION_UNAVAILABLE"), SOON);
                assertThat(late.awaitClose(SOON)).isEqualTo(4015);
            }
            assertThat(third.get("/api/vendors", kurt(provider)).statusCode()).isEqualTo(503);
            client.send("/app/session.ping", "{\"sentAt\":\"2026-03-01T12:00:00Z\"}");
            client.awaitFrame(f -> f.is("MESSAGE", "type", "pong"), SOON);
        }
    }

    private static String kurt(IdentityProvider provider) {
        return Tokens.of("kurt", Role.CUSTOMER).signBy(provider);
    }

    private static void command(String json) throws Exception {
        try (var commands = AmqpPublisher.asCommands(BROKER)) {
            commands.publish("commands", "session.revoke", json);
        }
    }

    private static void refresh(StompTestClient client, String token) {
        client.sendAwaitingReceipt("/app/session.refresh", token(token));
    }

    private static String token(String token) {
        return "{\"token\":\"" + token + "\"}";
    }

    private static long in(Duration time) {
        return Instant.now().plus(time).getEpochSecond();
    }

    private static void assertRevoked(StompTestClient client) {
        client.awaitFrame(f -> f.is("ERROR", "code", "SESSION_REVOKED"), AT_ONCE);
        assertThat(client.awaitClose(AT_ONCE)).isEqualTo(4501);
    }

    private static void assertRefused(ServerProcess node, String token) {
        try (var client = StompTestClient.open(node.wsUrl())) {
            client.connect(Map.of("Authorization", "Bearer " + token));
            client.awaitFrame(f -> f.is("ERROR", "code", "SESSION_REVOKED"), SOON);
            assertThat(client.awaitClose(SOON)).isEqualTo(4501);
        }
    }
}
