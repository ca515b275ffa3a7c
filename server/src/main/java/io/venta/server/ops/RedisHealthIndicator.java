package io.venta.server.ops;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether Redis answers, and within half a second: a load balancer that waits for no longer than
 * one would take the node for dead. Thread-safe; who asks meanwhile hears the same answer.
 */
@Component("cache")
@Profile("production")
class RedisHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final StringRedisTemplate redis;
    private @Nullable CompletableFuture<Void> answer;

    RedisHealthIndicator(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Health health() {
        try {
            ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Health.up().build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        }
    }

    private synchronized CompletableFuture<Void> ask() {
        var asked = answer;
        if (asked == null || asked.isDone()) {
            asked =
                    CompletableFuture.runAsync(
                            () -> redis.hasKey("venta:health"),
                            question -> Thread.ofVirtual().name("redis-health").start(question));
            answer = asked;
        }
        return asked;
    }
}
