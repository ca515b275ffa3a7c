package io.venta.server.notification;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.venta.server.database.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes notifications from the queue {@code gateway.notifications} over a connection of its own, by
 * AMQP 0-9-1: what is held while the database is away must not hold up what the relay hears, and
 * many are kept and acknowledged at a time.
 *
 * <p>Every node consumes; RabbitMQ feeds one of them at a time, the queue being one with a single
 * active consumer, so that a user's notifications are kept in the order in which they were
 * published. When that node or its connection dies the next one goes on, with all that was not
 * acknowledged. Where RabbitMQ or the database is away it is tried again every second.
 */
@Component
@Profile("production")
class AmqpIntake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AmqpIntake.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int HEARTBEAT_SECONDS = 5;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CLOSE_MILLIS = 1_000;

    private final BrokerSettings settings;
    private final Intake intake;
    private final Database database;
    private final ConnectionFactory factory = new ConnectionFactory();
    private @Nullable Thread thread;
    private boolean failing;

    AmqpIntake(BrokerSettings settings, Intake intake, Database database) {
        this.settings = settings;
        this.intake = intake;
        this.database = database;
        factory.setHost(settings.host());
        factory.setPort(settings.port());
        factory.setUsername(settings.username());
        factory.setPassword(settings.password());
        factory.setVirtualHost(settings.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        factory.setConnectionTimeout(CONNECT_MILLIS);
        factory.setHandshakeTimeout(CONNECT_MILLIS);
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("notification-intake").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (database.isUp()) {
                    consume();
                }
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        } catch (InterruptedException e) {
            log.debug("No more notifications are taken: the node stops", e);
        }
    }

    private void consume() throws InterruptedException {
        Connection connection = null;
        try {
            connection = factory.newConnection("venta-notifications");
            var consumer = new AmqpConsumer(connection, settings.prefetch());
            if (failing) {
                log.info("Notifications are taken from RabbitMQ again");
            }
            failing = false;
            while (true) {
                consumer.take(intake);
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            if (!failing) {
                log.warn("Notifications wait in RabbitMQ", e);
            }
            failing = true;
        } finally {
            // What is not acknowledged is for the next.
            if (connection != null) {
                connection.abort(CLOSE_MILLIS);
            }
        }
    }
}
