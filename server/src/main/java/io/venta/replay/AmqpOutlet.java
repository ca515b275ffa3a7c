package io.venta.replay;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.venta.model.location.LocationUpdate;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes to RabbitMQ as services do, a message a fix, each confirmed; so many may be under way
 * at a time. What RabbitMQ does not take counts as refused; a connection that ends, ends the
 * replay.
 */
final class AmqpOutlet implements Outlet {

    private static final int UNDER_WAY = 1_000;
    private static final long LONGEST_SILENCE_MILLIS = TimeUnit.SECONDS.toMillis(30);
    private static final String EXCHANGE = "amq.topic";
    private static final AMQP.BasicProperties JSON_BODY =
            new AMQP.BasicProperties.Builder().contentType("application/json").build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Connection connection;
    private final Channel channel;
    private final Tally tally;
    private final NavigableSet<Long> underWay = new TreeSet<>();
    private @Nullable ShutdownSignalException end;

    /**
     * Connects.
     *
     * @throws ReplayFailedException if RabbitMQ is out of reach or refuses
     */
    AmqpOutlet(ConnectionFactory factory, Tally tally) {
        this.tally = tally;
        factory.setAutomaticRecoveryEnabled(false);
        try {
            connection = factory.newConnection("bin/replay");
            channel = connection.createChannel();
            channel.confirmSelect();
            channel.addConfirmListener(
                    (tag, multiple) -> settled(tag, multiple, false),
                    (tag, multiple) -> settled(tag, multiple, true));
            channel.addShutdownListener(this::ended);
        } catch (IOException | TimeoutException e) {
            throw new ReplayFailedException(
                    "RabbitMQ at %s:%d does not let %s in: %s"
                            .formatted(
                                    factory.getHost(),
                                    factory.getPort(),
                                    factory.getUsername(),
                                    e.getMessage() == null ? e : e.getMessage()),
                    e);
        }
    }

    @Override
    public int batchSize() {
        return 100;
    }

    @Override
    public void send(List<LocationUpdate> fixes) throws InterruptedException {
        for (var fix : fixes) {
            awaitAtMost(UNDER_WAY - 1);
            publish(fix);
        }
    }

    private void publish(LocationUpdate fix) {
        var key = "location." + fix.vendorId();
        synchronized (this) {
            underWay.add(channel.getNextPublishSeqNo());
        }
        try {
            channel.basicPublish(EXCHANGE, key, JSON_BODY, JSON.writeValueAsBytes(fix));
        } catch (IOException | AlreadyClosedException e) {
            throw new ReplayFailedException("RabbitMQ ended the connection: " + e.getMessage(), e);
        }
    }

    @Override
    public void drain() throws InterruptedException {
        awaitAtMost(0);
    }

    private synchronized void awaitAtMost(int allowed) throws InterruptedException {
        while (underWay.size() > allowed) {
            if (end != null) {
                throw new ReplayFailedException(
                        "RabbitMQ ended the connection: " + end.getMessage(), end);
            }
            var before = underWay.size();
            wait(LONGEST_SILENCE_MILLIS);
            if (before == underWay.size() && end == null) {
                throw new ReplayFailedException("RabbitMQ has confirmed nothing for 30 s");
            }
        }
    }

    private synchronized void settled(long tag, boolean multiple, boolean refused) {
        var settled = multiple ? underWay.headSet(tag, true) : new TreeSet<>(List.of(tag));
        if (refused) {
            tally.refused("NOT_CONFIRMED", settled.size());
        }
        underWay.removeAll(List.copyOf(settled));
        notifyAll();
    }

    private synchronized void ended(ShutdownSignalException reason) {
        end = reason;
        notifyAll();
    }

    @Override
    public void close() {
        connection.abort(2_000);
    }
}
