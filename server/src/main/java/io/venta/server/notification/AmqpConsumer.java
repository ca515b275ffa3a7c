package io.venta.server.notification;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One consumer of the queue of notifications, over one channel. What it has taken and not
 * acknowledged goes back to the queue with its connection. Used by one thread.
 */
final class AmqpConsumer {

    private static final String QUEUE = "gateway.notifications";
    private static final String DEAD_LETTER = "dead-letter";
    private static final long CONFIRM_MILLIS = 10_000;
    private static final int MAX_REASON = 250;

    private final Channel channel;
    private final int prefetch;
    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private volatile boolean cancelled;

    AmqpConsumer(Connection connection, int prefetch) throws IOException {
        this.channel = connection.createChannel();
        this.prefetch = prefetch;
        channel.basicQos(prefetch);
        channel.confirmSelect();
        channel.basicConsume(
                QUEUE,
                false,
                (_, delivery) -> waiting.add(delivery),
                _ -> cancelled = true,
                (_, _) -> cancelled = true);
    }

    /**
     * Takes what waits, if something comes within a second.
     *
     * @throws IOException if RabbitMQ is lost
     * @throws TimeoutException if the database was away for too long
     */
    void take(Intake intake) throws IOException, TimeoutException, InterruptedException {
        var first = waiting.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            if (cancelled || !channel.isOpen()) {
                throw new IOException("the consumer was cancelled");
            }
            return;
        }
        var deliveries = new ArrayList<>(List.of(first));
        waiting.drainTo(deliveries, prefetch - 1);
        try {
            intake.take(deliveries.stream().map(AmqpConsumer::arrival).toList(), this::deadLetter);
            channel.basicAck(deliveries.getLast().getEnvelope().getDeliveryTag(), true);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        } catch (AlreadyClosedException e) {
            throw new IOException("the channel was closed", e);
        }
    }

    private static Arrival arrival(Delivery delivery) {
        return new Arrival(
                delivery.getEnvelope().getRoutingKey(),
                delivery.getProperties().getMessageId(),
                delivery.getBody());
    }

    /** Only once RabbitMQ has it there it may leave the queue. */
    private void deadLetter(Arrival arrival, String reason) {
        var shortened = reason.substring(0, Math.min(MAX_REASON, reason.length()));
        var properties =
                new BasicProperties.Builder()
                        .messageId(arrival.messageId())
                        .headers(Map.of("reason", shortened, "original-key", arrival.routingKey()))
                        .deliveryMode(2)
                        .build();
        try {
            channel.basicPublish(DEAD_LETTER, arrival.routingKey(), properties, arrival.body());
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException | ShutdownSignalException e) {
            throw new UncheckedIOException(new IOException("nothing is confirmed", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("the node stops", e));
        }
    }
}
