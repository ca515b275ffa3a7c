package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.testing.RedisLink;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Two nodes that count together in a real Redis. */
class RedisSharedCountsIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RedisLink link = new RedisLink();
    private static final RedisLimits redis =
            new RedisLimits(
                    (LettuceConnectionFactory)
                            Objects.requireNonNull(link.redis().getConnectionFactory()),
                    new SimpleMeterRegistry());

    private final SharedCounts one = new RedisSharedCounts(redis);
    private final SharedCounts two = new RedisSharedCounts(redis);
    private final String key = UUID.randomUUID().toString();

    @AfterAll
    static void stop() {
        redis.destroy();
        link.close();
    }

    @Test
    void addUpWhatEachHas() throws Exception {
        awaitAnswer(one);
        assertThat(tell(one, 3)).isEqualTo(3);
        assertThat(tell(two, 4)).isEqualTo(7);
        assertThat(tell(one, 1)).isEqualTo(5);
        assertThat(tell(two, 0)).isEqualTo(1);
        assertThat(tell(one, 0)).isZero();
        assertThat(link.redis().hasKey("venta:open:" + key)).isFalse();
    }

    @Test
    void forgetANodeThatSaysNothingMore() throws Exception {
        var dies = new RedisSharedCounts(redis, Duration.ofMillis(500));
        awaitAnswer(one);
        assertThat(tell(dies, 5)).isEqualTo(5);
        assertThat(tell(one, 1)).isEqualTo(6);

        await().atMost(PATIENCE).until(() -> tell(one, 1) == 1);
        assertThat(link.redis().opsForHash().size("venta:open:" + key)).isEqualTo(1);
        assertThat(link.redis().getExpire("venta:open:" + key)).isBetween(1L, 60L);
    }

    private static void awaitAnswer(SharedCounts counts) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> counts.tell("others", 1).toCompletableFuture().get() >= 1);
    }

    private int tell(SharedCounts counts, int own) throws Exception {
        return counts.tell(key, own).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
}
