package io.venta.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;

/** A service that publishes notifications, and comes back when RabbitMQ does. For one thread. */
final class NotificationSender implements AutoCloseable {

    static final String BODY =
            "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Come and get it\"}";

    private final RabbitMqNode broker;
    private AmqpPublisher publisher;

    NotificationSender(RabbitMqNode broker) throws IOException {
        this.broker = broker;
        this.publisher = AmqpPublisher.asService(broker);
    }

    /** Sends something to a user. */
    void toUser(String userKey, String id) throws IOException {
        send("user." + userKey, id, BODY);
    }

    /** Sends something, and returns once RabbitMQ has it. */
    void send(String key, String id, String body) throws IOException {
        var properties = new AMQP.BasicProperties.Builder().messageId(id).deliveryMode(2).build();
        publisher.publish("notifications", key, properties, body.getBytes(UTF_8));
    }

    /** Logs in anew. */
    void reconnect() throws IOException {
        publisher = AmqpPublisher.asService(broker);
    }

    @Override
    public void close() throws IOException {
        publisher.close();
    }
}
