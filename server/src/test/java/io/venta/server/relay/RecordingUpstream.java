package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream that keeps what is published and confirms nothing by itself. */
final class RecordingUpstream implements Upstream {

    private final List<Published> published = new CopyOnWriteArrayList<>();
    private volatile boolean available = true;

    @Override
    public void start(Receiver receiver, Observer observer) {
        throw new UnsupportedOperationException("Nothing is heard from here");
    }

    @Override
    public void stop() {
        available = false;
    }

    @Override
    public CompletableFuture<Void> publish(
            String destination, byte[] body, Map<String, String> headers) {
        if (!available) {
            throw new RejectedMessageException(ErrorCode.SERVICE_DEGRADED, "out of reach");
        }
        var confirmation = new CompletableFuture<Void>();
        published.add(new Published(destination, new String(body, UTF_8), headers, confirmation));
        return confirmation;
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    List<Published> published() {
        return published;
    }

    List<String> destinations() {
        return published.stream().map(Published::destination).toList();
    }

    void confirmAll() {
        published.forEach(each -> each.confirmation().complete(null));
    }

    /** What was published, and how its confirmation stands. */
    record Published(
            String destination,
            String body,
            Map<String, String> headers,
            CompletableFuture<Void> confirmation) {}
}
