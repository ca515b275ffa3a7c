package io.venta.desktop.connection;

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
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 500) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            if (response.statusCode() >= 400) {
                throw refusal(response);
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private RefusedException refusal(HttpResponse<byte[]> response) {
        try {
            ErrorReply reply = json.readValue(response.body(), ErrorReply.class);
            return new RefusedException(reply.code(), reply.message());
        } catch (JacksonException e) {
            ErrorCode code =
                    response.statusCode() == 401
                            ? ErrorCode.AUTHENTICATION_FAILED
                            : ErrorCode.UNKNOWN_ERROR;
            return new RefusedException(code, "HTTP status " + response.statusCode());
        }
    }
}
