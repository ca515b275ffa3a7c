package io.venta.replay;

import io.venta.model.session.LoginReply;
import io.venta.model.session.LoginRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Signs a demo account in, anew for each token. */
final class DemoLogin implements Supplier<String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI server;
    private final String user;
    private final String password;

    DemoLogin(URI server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /**
     * A new token.
     *
     * @throws ServerUnreachableException if nobody answers
     * @throws ReplayFailedException if the server refuses
     */
    @Override
    public String get() {
        var body = JSON.writeValueAsString(new LoginRequest(user, password));
        var address = URI.create(server.toString().replaceFirst("/+$", "") + "/api/auth/login");
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> JSON.readValue(response.body(), LoginReply.class).accessToken();
                case 404 ->
                        throw new ReplayFailedException(
                                "The server has no demo accounts: give a token (--token)");
                default ->
                        throw new ReplayFailedException(
                                "The server does not let %s in (%d)"
                                        .formatted(user, response.statusCode()));
            };
        } catch (IOException e) {
            throw new ServerUnreachableException(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailedException("Interrupted while signing in", e);
        }
    }
}
