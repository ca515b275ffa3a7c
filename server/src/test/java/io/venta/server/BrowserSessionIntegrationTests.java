package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venta.model.Role;
import io.venta.model.session.SessionReply;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A browser's way in: a token becomes a cookie, and CONNECT carries the CSRF token. */
class BrowserSessionIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ServerProcess SERVER = EmbeddedGateway.server();

    @Test
    void turnsATokenIntoASession() throws Exception {
        var token = Tokens.of("alice", Role.DISPATCHER).expiringAt(Instant.now().plusSeconds(600));
        var opened = session("POST", "Authorization", "Bearer " + token.sign());

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("VENTA_SESSION=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        var reply = JSON.readValue(opened.body(), SessionReply.class);
        assertThat(reply.user().id()).isEqualTo("alice");
        assertThat(reply.user().roles()).containsExactly(Role.DISPATCHER);
        assertThat(reply.expiresAt()).isBefore(Instant.now().plusSeconds(601));

        var again = session("GET", "Cookie", cookie(opened));
        assertThat(JSON.readValue(again.body(), SessionReply.class)).isEqualTo(reply);
    }

    @Test
    void letsTheSocketInByCookieAndCsrfToken() throws Exception {
        var opened = open("alice");
        var csrf = JSON.readValue(opened.body(), SessionReply.class).csrfToken();
        try (var client = handshake(cookie(opened))) {
            client.connect(Map.of("X-CSRF-TOKEN", csrf));
            var connected = client.awaitFrame(f -> f.command().equals("CONNECTED"), SOON);
            assertThat(connected.header("user-name")).isEqualTo("alice");
        }
    }

    @Test
    void refusesACookieWithoutItsCsrfToken() throws Exception {
        var opened = open("alice");
        var other = JSON.readValue(open("eve").body(), SessionReply.class).csrfToken();
        for (Map<String, String> headers :
                java.util.List.<Map<String, String>>of(
                        Map.of(), Map.of("X-CSRF-TOKEN", ""), Map.of("X-CSRF-TOKEN", other))) {
            try (var client = handshake(cookie(opened))) {
                client.connect(headers);
                client.awaitFrame(f -> f.is("ERROR", "code", "AUTHENTICATION_FAILED"), SOON);
                assertThat(client.awaitClose(SOON)).isEqualTo(4500);
            }
        }
    }

    @Test
    void signsOutWithTheCsrfTokenOnly() throws Exception {
        var opened = open("alice");
        var cookie = cookie(opened);
        var csrf = JSON.readValue(opened.body(), SessionReply.class).csrfToken();

        assertThat(session("DELETE", "Cookie", cookie).statusCode()).isEqualTo(403);
        var out = session("DELETE", "Cookie", cookie, "X-CSRF-TOKEN", csrf);
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(session("GET", "Cookie", cookie).statusCode()).isEqualTo(401);
        try (var client = handshake(cookie)) {
            client.connect(Map.of("X-CSRF-TOKEN", csrf));
            client.awaitFrame(f -> f.is("ERROR", "code", "AUTHENTICATION_FAILED"), SOON);
        }
    }

    @Test
    void refusesTokensThatDoNotVerify() throws Exception {
        var wrong = Tokens.of("alice", Role.ADMIN).signWith("x".repeat(40));
        var refused = session("POST", "Authorization", "Bearer " + wrong);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"code\":\"AUTHENTICATION_FAILED\"");
        assertThat(session("GET", "X-Nothing", "here").statusCode()).isEqualTo(401);
    }

    /** The cookie would take the place of one that is good. */
    @Test
    void opensNoSessionForWhoMayHaveNone() throws Exception {
        for (var method : new String[] {"GET", "POST", "DELETE"}) {
            var refused = session(method, "X-Nothing", "here");
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

    @Test
    void refusesPagesOfOtherOrigins() {
        assertThatThrownBy(() -> withOrigin("https://evil.example").close())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        withOrigin("http://localhost:3000").close();
        withOrigin(SERVER.baseUrl().toString()).close();
    }

    private static StompTestClient withOrigin(String origin) {
        return StompTestClient.open(SERVER.wsUrl(), Map.of("Origin", origin));
    }

    private static StompTestClient handshake(String cookie) {
        return StompTestClient.open(SERVER.wsUrl(), Map.of("Cookie", cookie));
    }

    private static HttpResponse<String> open(String user) throws Exception {
        var token = Tokens.of(user, Role.CUSTOMER).sign();
        return session("POST", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> session(String method, String... headers)
            throws IOException, InterruptedException {
        URI url = SERVER.baseUrl().resolve("/api/auth/session");
        var request =
                HttpRequest.newBuilder(url)
                        .headers(headers)
                        .method(method, BodyPublishers.noBody())
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}
