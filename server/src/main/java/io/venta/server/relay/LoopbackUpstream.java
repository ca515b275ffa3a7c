package io.venta.server.relay;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What is published is heard at once, by this process alone. */
final class LoopbackUpstream implements Upstream {

    private volatile Receiver receiver = _ -> {};

    @Override
    public void start(Receiver receiver, Observer observer) {
        this.receiver = receiver;
        observer.connected();
    }

    @Override
    public void stop() {
        receiver = _ -> {};
    }

    @Override
    public CompletableFuture<Void> publish(
            String destination, byte[] body, Map<String, String> headers) {
        var hearing = receiver;
        hearing.heard(UpstreamMessage.of(destination, headers, body));
        hearing.endOfBatch();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isAvailable() {
        return true;
    }
}
