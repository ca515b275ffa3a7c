package io.venta.server.relay;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Something to be published, and what whoever wants it published waits for. */
final class UpstreamPublish {

    private final String destination;
    private final byte[] body;
    private final Map<String, String> headers;
    private final CompletableFuture<Void> confirmation;

    UpstreamPublish(String destination, byte[] body, Map<String, String> headers) {
        this(destination, body, headers, new CompletableFuture<>());
    }

    UpstreamPublish(
            String destination,
            byte[] body,
            Map<String, String> headers,
            CompletableFuture<Void> confirmation) {
        this.destination = destination;
        this.body = body;
        this.headers = headers;
        this.confirmation = confirmation;
    }

    String destination() {
        return destination;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    CompletableFuture<Void> confirmation() {
        return confirmation;
    }
}
