package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.simp.stomp.StompReactorNettyCodec;
import org.springframework.messaging.tcp.reactor.ReactorNettyTcpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpClient;

/**
 * RabbitMQ by one STOMP connection, which publishes and hears for the whole node.
 *
 * <p>A lost connection, or one whose heart-beats stay away, is made again with exponential back-off
 * and jitter, for as long as the node lives. What was published and not confirmed by then fails.
 */
final class StompUpstream implements Upstream {

    private static final Logger log = LoggerFactory.getLogger(StompUpstream.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration MAX_CONNECT = Duration.ofSeconds(30);
    private static final Duration MAX_DELAY = Duration.ofSeconds(10);

    private final UpstreamSettings settings;
    private final ReactorNettyTcpClient<byte[]> client;
    private final ScheduledExecutorService reconnects =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("upstream-reconnect").factory());
    private final List<String> destinations = new CopyOnWriteArrayList<>();
    private volatile Receiver receiver = (_, _, _) -> {};
    private volatile @Nullable Observer observer;
    private volatile @Nullable UpstreamConnection current;
    private volatile boolean stopped;
    private final AtomicInteger failures = new AtomicInteger();

    StompUpstream(UpstreamSettings settings) {
        this.settings = settings;
        var tcp =
                TcpClient.create(ConnectionProvider.newConnection())
                        .host(settings.host())
                        .port(settings.port());
        this.client = new ReactorNettyTcpClient<>(tcp, new StompReactorNettyCodec());
    }

    @Override
    public void start(Collection<String> destinations, Receiver receiver, Observer observer) {
        this.destinations.addAll(destinations);
        this.receiver = receiver;
        this.observer = observer;
        connect();
    }

    @Override
    public void stop() {
        stopped = true;
        reconnects.shutdownNow();
        var connection = current;
        if (connection != null) {
            connection.close();
        }
        var unused = client.shutdownAsync();
    }

    @Override
    public boolean isAvailable() {
        var connection = current;
        return connection != null && connection.isReady();
    }

    @Override
    public CompletableFuture<Void> publish(
            String destination, byte[] body, Map<String, String> headers) {
        var connection = current;
        if (connection == null || !connection.isReady()) {
            throw new RejectedMessageException(
                    ErrorCode.SERVICE_DEGRADED, "The broker is out of reach, try again");
        }
        return connection.publish(destination, body, headers);
    }

    private void connect() {
        if (stopped) {
            return;
        }
        var connection =
                new UpstreamConnection(settings, destinations, receiver, this::ready, this::lost);
        current = connection;
        var unused = client.connectAsync(connection);
        var unusedPatience =
                reconnects.schedule(
                        connection::endUnlessReady, MAX_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ready() {
        failures.set(0);
        log.info("Connected to RabbitMQ at {}", settings);
        notify(Observer::connected);
    }

    private void lost(UpstreamConnection connection, String reason) {
        if (stopped || current != connection) {
            return;
        }
        current = null;
        if (connection.wasReady()) {
            notify(Observer::lost);
        }
        var delay = delay(failures.getAndIncrement());
        log.warn("RabbitMQ at {}: {}; connecting again in {} ms", settings, reason, delay);
        try {
            var unused = reconnects.schedule(this::connect, delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("No more connecting: the node stops", e);
        }
    }

    private void notify(Consumer<Observer> change) {
        var listening = observer;
        if (listening != null) {
            change.accept(listening);
        }
    }

    static long delay(int failures) {
        var ceiling =
                Math.min(MAX_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.min(failures, 10));
        return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
    }
}
