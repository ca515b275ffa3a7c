package io.venta.server;

import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.REDIS;
import static io.venta.server.Cluster.TWO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.venta.model.Role;
import io.venta.testing.StompTestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A browser's session that all nodes of a cluster share. */
class ClusterBrowserIntegrationTests {

    /**
     * How long a socket may live on without its browser's session, on whichever node: two seconds,
     * and what a busy machine takes.
     */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
    }

    @Test
    void signsOutOnTheOtherNode() {
        var browser = Browser.signIn(ONE, Cluster.token("olga", Role.CUSTOMER));
        try (var there = browser.connect(TWO);
                var here = browser.connect(ONE)) {
            assertThat(browser.session(ONE, "DELETE").statusCode()).isEqualTo(204);

            assertEnded(4501, there, here);
        }
    }

    /** Deleted by whomever, or run out: no node was told. */
    @Test
    void endsSocketsWhoseBrowserSessionVanishes() {
        var deleted = Browser.signIn(ONE, Cluster.token("vera", Role.CUSTOMER));
        var runOut = Browser.signIn(TWO, Cluster.token("vito", Role.CUSTOMER));
        try (var redis = RedisClient.create(REDIS.url());
                var connection = redis.connect();
                var deletedHere = deleted.connect(ONE);
                var deletedThere = deleted.connect(TWO);
                var runOutHere = runOut.connect(ONE);
                var runOutThere = runOut.connect(TWO);
                var other = Cluster.signedIn(ONE, "vera", Role.CUSTOMER)) {
            assertThat(connection.sync().del(key(deleted))).isEqualTo(1);
            assertEnded(4001, deletedHere, deletedThere);

            assertThat(runOutHere.closeCode()).isNull();
            assertThat(connection.sync().pexpire(key(runOut), 100)).isTrue();
            assertEnded(4001, runOutHere, runOutThere);

            assertThat(other.closeCode()).isNull();
        }
    }

    @Test
    void marksTheCookieSecureWhereTheProxySpeaksTls() {
        var bearer = "Bearer " + Cluster.token("tessa", Role.CUSTOMER);
        var opened =
                TightNodes.ONE.send(
                        "POST",
                        "/api/auth/session",
                        "Authorization",
                        bearer,
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-For",
                        "203.0.113.20");

        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("; Secure", "; HttpOnly", "; SameSite=Strict");
    }

    /** Where Spring Session keeps it; the cookie has its id in Base64. */
    private static String key(Browser browser) {
        var id = Base64.getDecoder().decode(browser.cookie().split("=", 2)[1]);
        return "venta:session:sessions:" + new String(id, UTF_8);
    }

    private static void assertEnded(int closeCode, StompTestClient... clients) {
        var end = Instant.now().plus(AT_ONCE);
        for (var client : clients) {
            var left = Duration.between(Instant.now(), end);
            assertThat(client.awaitClose(left)).isEqualTo(closeCode);
        }
    }
}
