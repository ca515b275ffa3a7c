package io.venta.server.relay;

import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.ServiceEvents;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Events by the way to all nodes and services. */
final class UpstreamServiceEvents implements ServiceEvents {

    private static final String EXCHANGE = "/exchange/events/";

    private final Upstream upstream;

    UpstreamServiceEvents(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public CompletableFuture<Void> publish(String key, byte[] body) {
        try {
            return upstream.publish(
                    EXCHANGE + key, body, Map.of("content-type", "application/json"));
        } catch (RejectedMessageException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
