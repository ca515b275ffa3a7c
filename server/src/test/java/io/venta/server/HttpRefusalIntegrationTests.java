package io.venta.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused over HTTP, and that it is counted. */
class HttpRefusalIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ServerProcess SERVER = EmbeddedGateway.server();
    private static final String LOGIN = "/api/auth/login";
    private static final String JSON = "application/json";
    private static final byte[] TOO_LARGE = new byte[65_537];

    @Test
    void takesNoBodyThatIsTooLarge() throws Exception {
        var before = counted("MESSAGE_TOO_LARGE");
        var inPieces = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(65_537)));

        for (var body : List.of(BodyPublishers.ofByteArray(TOO_LARGE), inPieces)) {
            var refused = post(LOGIN, JSON, body);

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("\"MESSAGE_TOO_LARGE\"", "\"retryable\":false");
        }
        awaitCounted("MESSAGE_TOO_LARGE", before + 2);

        var large = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(65_536)));
        assertThat(post(LOGIN, JSON, large).statusCode()).as("not too large").isEqualTo(401);
    }

    /** The CSRF token comes in a header. */
    @Test
    void readsNoForm() throws Exception {
        var form = BodyPublishers.ofString("_csrf=" + "x".repeat(10_000));

        assertThat(post("/api/auth/session", "application/x-www-form-urlencoded", form))
                .returns(403, HttpResponse::statusCode);
    }

    @Test
    void countsEachRefusalByItsCode() throws Exception {
        var customer = Tokens.of("carl", Role.CUSTOMER).sign();
        var unknown = counted("AUTHENTICATION_FAILED");
        var forbidden = counted("AUTHORIZATION_FAILED");
        var invalid = counted("INVALID_MESSAGE");

        assertThat(SERVER.get("/api/vendors").statusCode()).isEqualTo(401);
        assertThat(SERVER.get("/metrics", customer).statusCode()).isEqualTo(403);
        assertThat(SERVER.get("/api/vendors/none?x=1", customer).statusCode()).isEqualTo(404);
        assertThat(post(LOGIN, JSON, BodyPublishers.ofString("{")).statusCode()).isEqualTo(400);

        awaitCounted("AUTHENTICATION_FAILED", unknown + 1);
        awaitCounted("AUTHORIZATION_FAILED", forbidden + 1);
        awaitCounted("INVALID_MESSAGE", invalid + 2);
    }

    private static byte[] json(int length) {
        var before = "{\"username\":\"demo-admin\",\"password\":\"";
        var after = "\"}";
        return (before + "x".repeat(length - before.length() - after.length()) + after)
                .getBytes(UTF_8);
    }

    private static HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws Exception {
        URI url = SERVER.baseUrl().resolve(path);
        var request = HttpRequest.newBuilder(url).header("Content-Type", type).POST(body).build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** Counted when the answer has left; by then sockets of other tests may have ended too. */
    private static void awaitCounted(String code, double least) {
        await().untilAsserted(() -> assertThat(counted(code)).isGreaterThanOrEqualTo(least));
    }

    private static double counted(String code) {
        return SERVER.metric("venta_refusals_total{code=\"" + code + "\"}");
    }
}
