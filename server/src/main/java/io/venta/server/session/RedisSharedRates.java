package io.venta.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Rates in Redis, over a connection of their own.
 *
 * <p>What comes for one key while an answer is under way is asked for together, so that a crowd
 * behind one address makes one question at a time. Where Redis does not answer in time all fails at
 * once for {@link #PAUSE}; then the next one finds out whether it is back. A key is gone when its
 * bucket would be full again.
 */
@Component
@Profile("production")
final class RedisSharedRates implements SharedRates, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration KEPT_LONGER = Duration.ofSeconds(10);
    private static final String PREFIX = "venta:rate:";
    private static final long MOST_KEYS = 100_000;

    private static final Logger log = LoggerFactory.getLogger(RedisSharedRates.class);

    private final LettuceConnectionFactory redis;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final Cache<String, AsyncBucketProxy> buckets =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofMinutes(2))
                    .maximumSize(MOST_KEYS)
                    .build();
    private volatile long awayUntil = System.nanoTime();
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private volatile @Nullable AsyncProxyManager<byte[]> manager;

    RedisSharedRates(LettuceConnectionFactory redis, MeterRegistry meters) {
        this.redis = redis;
        Gauge.builder("venta.limits.shared", reachable, shared -> shared.get() ? 1 : 0)
                .description("1 while limits of addresses are counted over all nodes")
                .register(meters);
        connect();
    }

    @Override
    public CompletionStage<Duration> take(String key, int perMinute) {
        var current = manager;
        if (System.nanoTime() - awayUntil < 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is away"));
        }
        if (current == null) {
            connect();
            return CompletableFuture.failedFuture(new IllegalStateException("Not connected yet"));
        }
        return buckets.get(key, _ -> bucket(current, key, perMinute))
                .tryConsumeAndReturnRemaining(1)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> tell(failure))
                .thenApply(
                        probe ->
                                probe.isConsumed()
                                        ? Duration.ZERO
                                        : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static AsyncBucketProxy bucket(
            AsyncProxyManager<byte[]> manager, String key, int perMinute) {
        var limit =
                BucketConfiguration.builder()
                        .addLimit(
                                tokens ->
                                        tokens.capacity(perMinute)
                                                .refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build();
        return manager.builder()
                .withOptimization(Optimizations.batching())
                .build(
                        (PREFIX + key).getBytes(StandardCharsets.UTF_8),
                        () -> CompletableFuture.completedFuture(limit));
    }

    /** Connecting waits, so it has a thread of its own. */
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
        connection = connected;
        var made =
                Bucket4jLettuce.casBasedBuilder(connected)
                        .requestTimeout(PATIENCE)
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        KEPT_LONGER))
                        .build()
                        .asAsync();
        // The first time takes longer, and says whether the login may do it.
        bucket(made, "start", 1_000).tryConsume(1).orTimeout(10, TimeUnit.SECONDS).join();
        manager = made;
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
