package io.venta.server.notification;

import org.jspecify.annotations.Nullable;

/** What a service has published, as it came: nothing in it is checked. */
final class Arrival {

    private final String routingKey;
    private final @Nullable String messageId;
    private final byte[] body;

    /**
     * A message.
     *
     * @param routingKey to whom
     * @param messageId the AMQP property
     * @param body as published
     */
    Arrival(String routingKey, @Nullable String messageId, byte[] body) {
        this.routingKey = routingKey;
        this.messageId = messageId;
        this.body = body;
    }

    String routingKey() {
        return routingKey;
    }

    @Nullable String messageId() {
        return messageId;
    }

    byte[] body() {
        return body;
    }
}
