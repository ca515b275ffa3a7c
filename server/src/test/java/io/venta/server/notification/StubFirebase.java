package io.venta.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Firebase Cloud Messaging's HTTP v1 protocol, as far as sending goes. */
final class StubFirebase implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    StubFirebase() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/projects/venta-test/messages:send", this::send);
        server.start();
    }

    /** Has messages to a token fail with a status of HTTP and an error code of FCM's. */
    void failFor(String token, int status, String code) {
        failures.put(token, status + " " + code);
    }

    void succeedFor(String token) {
        failures.remove(token);
    }

    /** The messages that were asked to be sent, in order. */
    List<JsonNode> messages() {
        return List.copyOf(messages);
    }

    List<String> tokens() {
        return messages.stream().map(message -> message.get("token").asString()).toList();
    }

    /** The library's options by which it comes here, and not to Google. */
    FirebaseOptions options() {
        var end = Date.from(SettableClock.START.plus(Duration.ofDays(36_500)));
        return FirebaseOptions.builder()
                .setCredentials(GoogleCredentials.create(new AccessToken("secret", end)))
                .setProjectId("venta-test")
                .setHttpTransport(transport())
                .build();
    }

    private HttpTransport transport() {
        return new NetHttpTransport.Builder()
                .setConnectionFactory(
                        url -> {
                            var here =
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + server.getAddress().getPort()
                                                    + url.getPath());
                            return (HttpURLConnection) here.toURL().openConnection();
                        })
                .build();
    }

    private void send(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var message = JSON.readTree(body).get("message");
        messages.add(message);
        var isKnown =
                "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var failure =
                isKnown ? failures.get(message.get("token").asString()) : "401 UNAUTHENTICATED";
        if (failure == null) {
            answer(exchange, 200, "{\"name\":\"projects/venta-test/messages/1\"}");
            return;
        }
        var parts = failure.split(" ", -1);
        var status = Integer.parseInt(parts[0]);
        answer(
                exchange,
                status,
                """
                {"error":{"code":%d,"message":"no","status":"%s","details":[{"@type":
                "type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"%s"}]}}"""
                        .formatted(status, googleStatus(status), parts[1]));
    }

    /** Google's word for a status, beside which FCM has codes of its own. */
    private static String googleStatus(int status) {
        return switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            default -> "UNKNOWN";
        };
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
