package io.venta.server.topic;

import io.venta.server.error.RejectedMessageException;
import java.util.Map;

/** Hears what services publish to an exchange that is not a topic of clients. */
public interface UpstreamListener {

    /** The exchange, {@code notifications}. */
    String exchange();

    /** Binding of the node's queue to it, {@code user.*}. */
    String pattern();

    /**
     * Takes a message; called in the order of the queue, must not block.
     *
     * @param routingKey as published
     * @param headers of the STOMP MESSAGE; the publisher's are among them and not to be trusted
     * @param body as published
     * @throws RejectedMessageException if it cannot be used; it is counted and dead-lettered
     */
    void heard(String routingKey, Map<String, String> headers, byte[] body);
}
