package io.venta.server.relay;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The way to all nodes and services, and back: RabbitMQ, or this process alone. Thread-safe. */
interface Upstream {

    /**
     * Begins to hear.
     *
     * @param destinations what to subscribe to
     * @param receiver takes what comes, in order
     * @param observer is told how the connection fares
     */
    void start(Collection<String> destinations, Receiver receiver, Observer observer);

    /** Ends the connection. */
    void stop();

    /**
     * Publishes to everyone, this node included.
     *
     * @return done when the broker has confirmed it; failed if it was lost on the way
     * @throws io.venta.server.error.RejectedMessageException if the broker is out of reach
     */
    CompletableFuture<Void> publish(String destination, byte[] body, Map<String, String> headers);

    /** Whether what is published now goes anywhere. */
    boolean isAvailable();

    /** Is told how the connection fares; must not block. */
    interface Observer {

        /** Everything is subscribed to, for the first time or after a loss. */
        void connected();

        /** A connection that was there is lost. */
        void lost();
    }

    /** Takes what upstream says. */
    @FunctionalInterface
    interface Receiver {

        /** Must not block or throw. */
        void heard(String destination, Map<String, String> headers, byte[] body);
    }
}
