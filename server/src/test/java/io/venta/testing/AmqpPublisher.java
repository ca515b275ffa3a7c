package io.venta.testing;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * A back-end that publishes over AMQP 0-9-1. Each publish returns once RabbitMQ has confirmed it;
 * one that RabbitMQ refuses is an {@link IOException}, after which this publisher is of no more
 * use. Not for use by several threads.
 */
public final class AmqpPublisher implements AutoCloseable {

    private static final Duration CONFIRM = Duration.ofSeconds(10);

    private final Connection connection;
    private final Channel channel;

    private AmqpPublisher(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        channel.confirmSelect();
    }

    /** Logs in as "service". */
    public static AmqpPublisher asService(RabbitMqNode node) throws IOException {
        return connect(node, "service", node.servicePassword());
    }

    /** Logs in as "commands". */
    public static AmqpPublisher asCommands(RabbitMqNode node) throws IOException {
        return connect(node, "commands", node.commandsPassword());
    }

    /**
     * Logs in.
     *
     * @throws IOException if RabbitMQ is out of reach or refuses
     */
    public static AmqpPublisher connect(RabbitMqNode node, String login, String password)
            throws IOException {
        var factory = new ConnectionFactory();
        factory.setHost(node.host());
        factory.setPort(node.amqpPort());
        factory.setUsername(login);
        factory.setPassword(password);
        factory.setVirtualHost("/");
        factory.setAutomaticRecoveryEnabled(false);
        try {
            return new AmqpPublisher(factory.newConnection());
        } catch (TimeoutException e) {
            throw new IOException("RabbitMQ does not answer", e);
        }
    }

    /** Publishes JSON. */
    public void publish(String exchange, String routingKey, String json) throws IOException {
        var properties =
                new AMQP.BasicProperties.Builder()
                        .contentType("application/json")
                        .messageId(UUID.randomUUID().toString())
                        .build();
        publish(exchange, routingKey, properties, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Publishes whatever it is given. */
    public void publish(
            String exchange, String routingKey, AMQP.BasicProperties properties, byte[] body)
            throws IOException {
        try {
            channel.basicPublish(exchange, routingKey, properties, body);
            channel.waitForConfirmsOrDie(CONFIRM.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while RabbitMQ confirms", e);
        } catch (TimeoutException e) {
            throw new IOException("RabbitMQ does not confirm", e);
        } catch (ShutdownSignalException e) {
            throw new IOException("RabbitMQ refused: " + e.getMessage(), e);
        }
    }

    /** Its channel, for what is not publishing. */
    public Channel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (connection.isOpen()) {
            connection.close();
        }
    }
}
