package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.model.session.SessionReply;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A browser's way in: a token becomes a cookie, and CONNECT carries the CSRF token. */
class BrowserSessionIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ServerProcess SERVER = EmbeddedGateway.server();

    @Test
    void turnsATokenIntoASession() {
        var token = Tokens.of("alice", Role.DISPATCHER).expiringAt(Instant.now().plusSeconds(600));
        var browser = Browser.signIn(SERVER, token.sign());

        assertThat(browser.reply().user().id()).isEqualTo("alice");
        assertThat(browser.reply().user().roles()).containsExactly(Role.DISPATCHER);
        assertThat(browser.reply().expiresAt()).isBefore(Instant.now().plusSeconds(601));
        var again = browser.session(SERVER, "GET");
        assertThat(JSON.readValue(again.body(), SessionReply.class)).isEqualTo(browser.reply());
    }

    @Test
    void keepsItsCookieFromScriptsOtherSitesAndPlainText() {
        assertThat(cookie()).startsWith("VENTA_SESSION=");
        assertThat(cookie())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(cookie("X-Forwarded-Proto", "https"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Secure");
    }

    @Test
    void letsTheSocketInByCookieAndCsrfToken() {
        try (var client = open("alice").connect(SERVER)) {
            var connected = client.awaitFrame(f -> f.command().equals("CONNECTED"), SOON);
            assertThat(connected.header("user-name")).isEqualTo("alice");
        }
    }

    @Test
    void refusesACookieWithoutItsCsrfToken() {
        var browser = open("alice");
        var other = open("eve").reply().csrfToken();
        for (Map<String, String> headers :
                List.<Map<String, String>>of(
                        Map.of(), Map.of("X-CSRF-TOKEN", ""), Map.of("X-CSRF-TOKEN", other))) {
            try (var client = browser.open(SERVER)) {
                assertNotLetIn(client, headers);
            }
        }
    }

    @Test
    void refusesACookieWithoutAnOrigin() {
        var browser = open("alice");
        try (var client =
                StompTestClient.open(SERVER.wsUrl(), Map.of("Cookie", browser.cookie()))) {
            assertNotLetIn(client, Map.of("X-CSRF-TOKEN", browser.reply().csrfToken()));
        }
    }

    @Test
    void signsOutWithTheCsrfTokenOnlyAndClosesItsSockets() {
        var browser = open("alice");
        try (var socket = browser.connect(SERVER);
                var byToken = StompTestClient.connect(SERVER.wsUrl(), token("alice"))) {
            var without = SERVER.send("DELETE", "/api/auth/session", "Cookie", browser.cookie());
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(browser.session(SERVER, "DELETE").statusCode()).isEqualTo(204);
            socket.awaitFrame(f -> f.is("ERROR", "code", "SESSION_REVOKED"), SOON);
            assertThat(socket.awaitClose(SOON)).isEqualTo(4501);
            assertThat(byToken.closeCode()).isNull();
        }
        assertThat(browser.session(SERVER, "GET").statusCode()).isEqualTo(401);
        try (var client = browser.open(SERVER)) {
            assertNotLetIn(client, Map.of("X-CSRF-TOKEN", browser.reply().csrfToken()));
        }
    }

    @Test
    void refusesTokensThatDoNotVerify() {
        var wrong = Tokens.of("alice", Role.ADMIN).signWith("x".repeat(40));
        var refused = SERVER.send("POST", "/api/auth/session", "Authorization", "Bearer " + wrong);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"AUTHENTICATION_FAILED\"");
        assertThat(SERVER.get("/api/auth/session").statusCode()).isEqualTo(401);
    }

    /** The cookie would take the place of one that is good. */
    @Test
    void opensNoSessionForWhoMayHaveNone() {
        for (var method : new String[] {"GET", "POST", "DELETE"}) {
            var refused = SERVER.send(method, "/api/auth/session", "Accept", "*/*");
            assertThat(refused.statusCode()).isIn(401, 403);
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        var body = "{\"username\":\"demo-admin\",\"password\":\"guess\"}";
        var request =
                HttpRequest.newBuilder(SERVER.baseUrl().resolve("/api/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var refused = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"AUTHENTICATION_FAILED\"");
    }

    private static void assertNotLetIn(StompTestClient client, Map<String, String> headers) {
        client.connect(headers);
        client.awaitFrame(f -> f.is("ERROR", "code", "AUTHENTICATION_FAILED"), SOON);
        assertThat(client.awaitClose(SOON)).isEqualTo(4500);
    }

    private static Browser open(String user) {
        return Browser.signIn(SERVER, token(user));
    }

    private static String token(String user) {
        return Tokens.of(user, Role.CUSTOMER).sign();
    }

    private static String cookie(String... more) {
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + token("a")));
        headers.addAll(List.of(more));
        var opened = SERVER.send("POST", "/api/auth/session", headers.toArray(String[]::new));
        return opened.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
