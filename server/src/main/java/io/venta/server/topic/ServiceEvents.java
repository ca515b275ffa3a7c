package io.venta.server.topic;

import java.util.concurrent.CompletableFuture;

/** Where the gateway tells services what happens: the exchange {@code events}. Thread-safe. */
@FunctionalInterface
public interface ServiceEvents {

    /**
     * Publishes an event.
     *
     * @param key the routing key, {@code session.opened}
     * @param body JSON
     * @return done when the broker has it; failed where it cannot be told now
     */
    CompletableFuture<Void> publish(String key, byte[] body);
}
