package io.venta.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Rates in Redis.
 *
 * <p>What comes for one key while an answer is under way is asked for together, so that a crowd
 * behind one address makes one question at a time. A key is gone when its bucket would be full
 * again.
 */
@Component
@Profile("production")
final class RedisSharedRates implements SharedRates {

    private static final Duration KEPT_LONGER = Duration.ofSeconds(10);
    private static final String PREFIX = "venta:rate:";
    private static final long MOST_KEYS = 100_000;

    private final RedisLimits redis;
    private final Cache<String, AsyncBucketProxy> buckets =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofMinutes(2))
                    .maximumSize(MOST_KEYS)
                    .build();
    private volatile @Nullable AsyncProxyManager<byte[]> manager;

    RedisSharedRates(RedisLimits redis) {
        this.redis = redis;
        redis.connect(this::prepare);
    }

    @Override
    public CompletionStage<Duration> take(String key, int perMinute) {
        return redis.ask(
                        _ ->
                                buckets.get(key, _ -> bucket(prepared(), key, perMinute))
                                        .tryConsumeAndReturnRemaining(1))
                .thenApply(
                        probe ->
                                probe.isConsumed()
                                        ? Duration.ZERO
                                        : Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private AsyncProxyManager<byte[]> prepared() {
        return Objects.requireNonNull(manager);
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

    private void prepare(StatefulRedisConnection<byte[], byte[]> connection) {
        var made =
                Bucket4jLettuce.casBasedBuilder(connection)
                        .requestTimeout(RedisLimits.PATIENCE)
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        KEPT_LONGER))
                        .build()
                        .asAsync();
        // The first time takes longer, and says whether the login may do it.
        bucket(made, "start", 1_000).tryConsume(1).orTimeout(10, TimeUnit.SECONDS).join();
        manager = made;
    }
}
