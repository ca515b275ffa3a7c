package io.venta.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.model.session.SessionReply;
import io.venta.testing.Drip;
import io.venta.testing.SelfMadeCertificate;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The gateway with the profile {@code tls}, by a certificate of the test's own. */
class TlsIntegrationTests {

    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make();
    private static final HttpClient HTTP = CERTIFICATE.client();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(10);

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server =
                ServerProcess.embedded()
                        .tls(CERTIFICATE)
                        .environment("GATEWAY_CONNECT_TIMEOUT", "2s")
                        .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void servesSocketsOverTls() {
        var token = Tokens.of("alice", Role.CUSTOMER).sign();
        try (var client = StompTestClient.open(HTTP, server.wsUrl(), Map.of())) {
            client.connect(Map.of("Authorization", "Bearer " + token));
            client.awaitFrame(frame -> frame.command().equals("CONNECTED"), SOON);
        }
    }

    @Test
    void marksTheCookieSecureAndLetsItIn() throws Exception {
        var opened = openSession();
        var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=Strict");
        var reply = JsonMapper.builder().build().readValue(opened.body(), SessionReply.class);

        var origin = server.baseUrl().toString();
        var headers = Map.of("Cookie", cookie.split(";", 2)[0], "Origin", origin);
        try (var client = StompTestClient.open(HTTP, server.wsUrl(), headers)) {
            client.connect(Map.of("X-CSRF-TOKEN", reply.csrfToken()));
            client.awaitFrame(frame -> frame.command().equals("CONNECTED"), SOON);
        }
    }

    @Test
    void tellsBrowsersToComeByTlsAlone() {
        assertThat(server.get("/").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    @Test
    void answersNobodyInTheClear() {
        var url = URI.create("http://127.0.0.1:" + server.baseUrl().getPort() + "/health");
        var request = HttpRequest.newBuilder(url).timeout(SOON).build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void closesAHelloThatDrips() throws IOException {
        // A record of 16 KiB that never is whole.
        var beginning = new byte[] {22, 3, 1, 64, 0, 1};
        var start = Instant.now();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            Drip.untilClosed(socket, beginning, LATER);
        }
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void closesAHandshakeThatDrips() throws IOException {
        var sockets = HTTP.sslContext().getSocketFactory();
        var start = Instant.now();
        try (var socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port())) {
            Drip.untilClosed(socket, "GET /ws HTTP/1.1\r\nX: ".getBytes(US_ASCII), LATER);
        }
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }

    /** The time-out is for requests alone. */
    @Test
    void letsASocketBeOnceItIsLetIn() {
        var token = Tokens.of("alice", Role.CUSTOMER).sign();
        try (var client = StompTestClient.open(HTTP, server.wsUrl(), Map.of())) {
            client.connect(Map.of("Authorization", "Bearer " + token));
            client.awaitFrame(frame -> frame.command().equals("CONNECTED"), SOON);
            await().during(Duration.ofSeconds(4)).until(() -> client.closeCode() == null);
        }
    }

    private static int port() {
        return server.baseUrl().getPort();
    }

    private static HttpResponse<String> openSession() throws IOException, InterruptedException {
        var token = Tokens.of("alice", Role.CUSTOMER).sign();
        var request =
                HttpRequest.newBuilder(server.baseUrl().resolve("/api/auth/session"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
