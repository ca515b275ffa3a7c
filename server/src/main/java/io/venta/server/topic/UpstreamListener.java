package io.venta.server.topic;

import io.venta.server.error.RejectedMessageException;
import java.util.Map;

/** Hears what services publish to an exchange that is not a topic of clients, at least once. */
public interface UpstreamListener {

    /** The exchange, {@code notifications}. */
    String exchange();

    /**
     * The durable queue, bound to it, that the nodes share; see {@code rabbitmq/definitions.json}.
     */
    String queue();

    /**
     * Takes a message, which comes to one of the nodes; must not block. The broker offers it again
     * where what this sends is not confirmed, so it may come twice.
     *
     * @param routingKey as published
     * @param headers of the STOMP MESSAGE; the publisher's are among them and not to be trusted
     * @param body as published
     * @throws RejectedMessageException if it cannot be used; it is counted and dead-lettered, or
     *     offered again if the refusal is a retryable one
     */
    void heard(String routingKey, Map<String, String> headers, byte[] body);
}
