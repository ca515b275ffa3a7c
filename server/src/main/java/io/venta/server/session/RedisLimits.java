package io.venta.server.session;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The limits' way to Redis, a connection of their own, on which nobody waits.
 *
 * <p>Where Redis does not answer in time all fails at once for {@link #PAUSE}; then the next one
 * finds out whether it is back. Thread-safe.
 */
@Component
@Profile("production")
final class RedisLimits implements DisposableBean {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(RedisLimits.class);

    private final LettuceConnectionFactory redis;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private volatile Consumer<StatefulRedisConnection<byte[], byte[]>> preparation = _ -> {};
    private volatile long awayUntil = System.nanoTime();
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;

    RedisLimits(LettuceConnectionFactory redis, MeterRegistry meters) {
        this.redis = redis;
        Gauge.builder("venta.limits.shared", reachable, shared -> shared.get() ? 1 : 0)
                .description("1 while limits of addresses are counted over all nodes")
                .register(meters);
    }

    /**
     * Connects, on a thread of its own.
     *
     * @param preparation what is done with the connection before anybody else asks by it; may wait
     */
    void connect(Consumer<StatefulRedisConnection<byte[], byte[]>> preparation) {
        this.preparation = preparation;
        connect();
    }

    /** Asks something, if Redis is there. */
    <T> CompletionStage<T> ask(
            Function<StatefulRedisConnection<byte[], byte[]>, CompletionStage<T>> question) {
        var current = connection;
        if (System.nanoTime() - awayUntil < 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
        }
        if (current == null) {
            connect();
            return CompletableFuture.failedFuture(new IllegalStateException("Not connected yet"));
        }
        return question.apply(current)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> tell(failure));
    }

    private void connect() {
        if (connecting.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("limits-redis")
                    .start(
                            () -> {
                                try {
                                    connectNow();
                                    tell(null);
                                } catch (RuntimeException e) {
                                    tell(e);
                                } finally {
                                    connecting.set(false);
                                }
                            });
        }
    }

    private void connectNow() {
        var client = (RedisClient) redis.getRequiredNativeClient();
        var connected = client.connect(ByteArrayCodec.INSTANCE);
        try {
            preparation.accept(connected);
        } catch (RuntimeException e) {
            var unused = connected.closeAsync();
            throw e;
        }
        connection = connected;
    }

    private void tell(@Nullable Throwable failure) {
        if (failure != null) {
            awayUntil = System.nanoTime() + PAUSE.toNanos();
        }
        if (reachable.compareAndSet(failure != null, failure == null)) {
            if (failure == null) {
                log.info("Limits of addresses are counted over all nodes again");
            } else {
                log.warn(
                        "Limits of addresses are counted on this node alone: {}",
                        failure.toString());
            }
        }
    }

    @Override
    public void destroy() {
        var open = connection;
        if (open != null) {
            var unused = open.closeAsync();
        }
    }
}
