package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process and its file, and nothing else. */
class EmbeddedNotificationIntegrationTests {

    private static final String BODY =
            "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Come\"}";

    @Test
    void keepsNotificationsThroughTheEndOfTheProcess(@TempDir Path folder)
            throws IOException, InterruptedException {
        var builder =
                ServerProcess.embedded().environment("GATEWAY_DATABASE_FOLDER", folder.toString());
        try (var server = builder.start();
                var device = connect(server)) {
            assertThat(post(server)).isEqualTo(202);
            device.awaitFrame(f -> f.is("MESSAGE", "type", "notification"), Duration.ofSeconds(30));
            server.kill();
        }
        try (var server = builder.start();
                var device = connect(server)) {
            assertThat(device.messages("/user/queue/notifications"))
                    .singleElement()
                    .satisfies(
                            frame -> assertThat(frame.header("retained")).isEqualTo("true"),
                            frame -> assertThat(frame.body()).contains("\"id\":\"kept\""));
            assertThat(server.get("/ready").body()).contains("\"database\":\"up\"");
        }
    }

    private static StompTestClient connect(ServerProcess server) {
        var client = StompTestClient.connect(server.wsUrl(), server.login("demo-customer"));
        client.subscribe("/user/queue/notifications");
        return client;
    }

    private static int post(ServerProcess server) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.baseUrl().resolve("/api/notifications"))
                        .header("Authorization", "Bearer " + server.login("demo-admin"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "kept")
                        .POST(HttpRequest.BodyPublishers.ofString(BODY));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
