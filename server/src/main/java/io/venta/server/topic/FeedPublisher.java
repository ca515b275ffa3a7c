package io.venta.server.topic;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Tells users' devices, on whatever node, what {@link UserFeed} has for them. Thread-safe. */
public interface FeedPublisher {

    /**
     * Tells all of a user's devices.
     *
     * @param message once it can be read in the feed, if it has a position there
     * @return done when RabbitMQ has confirmed it
     * @throws io.venta.server.error.RejectedMessageException if RabbitMQ is out of reach
     */
    CompletableFuture<Void> publish(String userKey, FeedMessage message);

    /** The users that listen on this node. */
    Collection<String> listening();
}
