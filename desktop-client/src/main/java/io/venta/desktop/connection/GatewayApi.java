package io.venta.desktop.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.session.LoginReply;
import io.venta.model.session.LoginRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's HTTP side. Its methods wait for the answer, 5 s at most; any thread may call. */
public final class GatewayApi {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final ServerAddress server;

    /** Speaks to one server. */
    public GatewayApi(ServerAddress server) {
        this.server = server;
    }

    /**
     * Signs in a demo account.
     *
     * @throws RefusedException if name or password is wrong, or the server has no accounts
     * @throws IOException if the server is out of reach, or answers nonsense
     */
    public LoginReply login(LoginRequest credentials) throws IOException, RefusedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.http("/api/auth/login"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(credentials)))
                        .build();
        return answer(request, LoginReply.class);
    }

    /**
     * What the server tells before anyone signs in.
     *
     * @throws RefusedException if it tells nothing
     * @throws IOException if the server is out of reach, or answers nonsense
     */
    public ClientConfig clientConfig() throws IOException, RefusedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.http("/api/client-config")).timeout(PATIENCE).build();
        return answer(request, ClientConfig.class);
    }

    /**
     * Asks in the name of a user.
     *
     * @param pathAndQuery what, its values encoded
     * @throws RefusedException if the user may not know, or the token is over
     * @throws IOException if the server is out of reach, or answers nonsense
     */
    public <T> T get(String pathAndQuery, String token, Class<T> type)
            throws IOException, RefusedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.http(pathAndQuery))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        return answer(request, type);
    }

    /**
     * Posts in the name of a user.
     *
     * @throws RefusedException if the user may not do that, or the token is over
     * @throws IOException if the server is out of reach, or answers nonsense
     */
    void post(OutboundRequest what, String token) throws IOException, RefusedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.http(what.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", what.id().toString())
                        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(what.payload())))
                        .build();
        body(request);
    }

    private <T> T answer(HttpRequest request, Class<T> type) throws IOException, RefusedException {
        try {
            return json.readValue(body(request), type);
        } catch (JacksonException e) {
            throw new IOException("Not an answer of a gateway", e);
        }
    }

    private byte[] body(HttpRequest request) throws IOException, RefusedException {
        HttpResponse<byte[]> response = exchange(request);
        if (response.statusCode() >= 500) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        if (response.statusCode() >= 400) {
            throw refusal(response);
        }
        return response.body();
    }

    /** The request's own time-out ends with the head of the answer; its body may never come. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(PATIENCE.toMillis(), MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("No answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("The server cannot be reached", e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private RefusedException refusal(HttpResponse<byte[]> response) {
        try {
            ErrorReply reply = json.readValue(response.body(), ErrorReply.class);
            return new RefusedException(reply.code(), reply.message(), retryAfter(reply));
        } catch (JacksonException e) {
            ErrorCode code =
                    switch (response.statusCode()) {
                        case 401 -> ErrorCode.AUTHENTICATION_FAILED;
                        case 429 -> ErrorCode.RATE_LIMIT_EXCEEDED;
                        default -> ErrorCode.INVALID_MESSAGE;
                    };
            return new RefusedException(code, "HTTP status " + response.statusCode());
        }
    }

    private static @Nullable Duration retryAfter(ErrorReply reply) {
        Map<String, Object> details = reply.details();
        return details != null && details.get("retryAfterMs") instanceof Number millis
                ? Duration.ofMillis(millis.longValue())
                : null;
    }
}
