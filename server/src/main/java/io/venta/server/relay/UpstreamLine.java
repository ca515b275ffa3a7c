package io.venta.server.relay;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;

/**
 * One of the node's connections to RabbitMQ, on an event loop of its own: made again after each
 * loss, with exponential back-off and jitter, for as long as the node lives.
 */
final class UpstreamLine<C extends UpstreamConnection> implements UpstreamConnection.Owner {

    private static final Logger log = LoggerFactory.getLogger(UpstreamLine.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration MAX_DELAY = Duration.ofSeconds(1);

    /** A host that is gone answers nothing; the system would go on asking for minutes. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(2);

    private static final Duration MAX_CONNECT = Duration.ofSeconds(30);

    private final String name;
    private final UpstreamSettings settings;
    private final ScheduledExecutorService clock;
    private final Function<UpstreamConnection.Owner, C> connections;
    private final Consumer<C> ready;
    private final Runnable lost;
    private final LoopResources loop;
    private final TcpClient client;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger reconnects = new AtomicInteger();
    private volatile @Nullable C current;
    private volatile boolean stopped;

    UpstreamLine(
            String name,
            UpstreamSettings settings,
            ScheduledExecutorService clock,
            Function<UpstreamConnection.Owner, C> connections,
            Consumer<C> ready,
            Runnable lost) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.connections = connections;
        this.ready = ready;
        this.lost = lost;
        this.loop = LoopResources.create("upstream-" + name, 1, true);
        this.client =
                TcpClient.create(ConnectionProvider.newConnection())
                        .host(settings.host())
                        .port(settings.port())
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(MAX_SILENCE.toMillis()))
                        .runOn(loop);
    }

    String name() {
        return name;
    }

    void start() {
        connect();
    }

    void stop() {
        stopped = true;
        var connection = current;
        if (connection != null) {
            connection.end("closed");
        }
        loop.dispose();
    }

    /** The connection, where it is ready. */
    @Nullable C connection() {
        var connection = current;
        return connection != null && connection.isReady() ? connection : null;
    }

    /** How often the connection was there, lost, and there again. */
    int reconnects() {
        return Math.max(0, reconnects.get() - 1);
    }

    /** Has the connection made again, if it is there. */
    void makeAgain(String reason) {
        var connection = connection();
        if (connection != null) {
            connection.end(reason);
        }
    }

    @Override
    public void ready(UpstreamConnection connection) {
        failures.set(0);
        reconnects.incrementAndGet();
        log.info("Connected to RabbitMQ at {} ({})", settings, name);
        var established = current;
        if (established != null && established == connection) {
            ready.accept(established);
        }
    }

    @Override
    public void lost(UpstreamConnection connection, String reason, boolean wasReady) {
        if (stopped || current != connection) {
            return;
        }
        current = null;
        if (wasReady) {
            lost.run();
        }
        var failure = failures.getAndIncrement();
        var delay = delay(failure);
        log.atLevel(isTold(failure) ? Level.WARN : Level.DEBUG)
                .log(
                        "RabbitMQ at {} ({}): {}; connecting again in {} ms",
                        settings,
                        name,
                        reason,
                        delay);
        try {
            var unused = clock.schedule(this::connect, delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("No more connecting: the node stops", e);
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        var connection = connections.apply(this);
        current = connection;
        var unused =
                client.doOnChannelInit(
                                (_, channel, _) -> channel.pipeline().addFirst("stomp", connection))
                        .connect()
                        .subscribe(
                                _ -> {},
                                failure ->
                                        connection.end(
                                                "not reachable (" + failure.getMessage() + ")"));
        var unusedPatience =
                clock.schedule(
                        connection::endUnlessReady, MAX_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ever more rarely: a broker that stays away must not fill the log. */
    private static boolean isTold(int failure) {
        return Integer.bitCount(failure + 1) == 1;
    }

    static long delay(int failures) {
        var ceiling =
                Math.min(MAX_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.min(failures, 10));
        return ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
    }
}
