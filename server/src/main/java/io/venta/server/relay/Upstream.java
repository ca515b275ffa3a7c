package io.venta.server.relay;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The way to all nodes and services, and back: RabbitMQ, or this process alone. Thread-safe. */
interface Upstream {

    /**
     * Begins to hear.
     *
     * @param receiver takes what comes, in the order of each queue
     * @param observer is told how upstream fares
     */
    void start(Receiver receiver, Observer observer);

    /** Ends the connections. */
    void stop();

    /** Whether what is published now is heard by this node too. */
    boolean isAvailable();

    /**
     * Publishes to everyone, this node included.
     *
     * <p>Reports, of families whose last value is retained, are accepted while the broker is away:
     * the newest of each destination is kept and published on return. Of everything else the caller
     * hears at once that it cannot be.
     *
     * @return done when the broker has confirmed it, or a newer report in its place; failed if it
     *     was lost on the way
     * @throws io.venta.server.error.RejectedMessageException if the broker is out of reach, or the
     *     destination, a header or the body is none that may go there
     */
    CompletableFuture<Void> publish(String destination, byte[] body, Map<String, String> headers);

    /** Is told how upstream fares, one call after the other; must not block. */
    interface Observer {

        /** All is subscribed to and publishing works, for the first time or after a loss. */
        void connected();

        /** A connection that was there is lost. */
        void lost();

        /**
         * Live, but some messages may have been missed before; also a while after {@code
         * connected}.
         */
        void missed();
    }

    /** Takes what upstream says; must not block or throw. */
    @FunctionalInterface
    interface Receiver {

        /** Takes one message. */
        void heard(UpstreamMessage message);

        /** Nothing more to read for now. */
        default void endOfBatch() {}
    }
}
