package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** HTTP with one server, each request at most half a minute long. Thread-safe. */
final class HttpCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server;
    private final HttpClient client;

    /** With a server, over TLS where it has a certificate. */
    HttpCalls(URI server, @Nullable SelfMadeCertificate certificate) {
        this.server = server;
        this.client = certificate == null ? CLIENT : certificate.client();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws UncheckedIOException if none comes
     */
    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a request", e);
        }
    }
}
