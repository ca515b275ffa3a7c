package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.testing.RedisNode;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Two nodes that count together in a real Redis. */
class RedisSharedRatesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RedisNode REDIS = RedisNode.start();

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LettuceConnectionFactory connections =
            new LettuceConnectionFactory(
                    new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()));
    private final String key = UUID.randomUUID().toString();
    private final RedisLimits first = new RedisLimits(connections, meters);
    private final RedisLimits second = new RedisLimits(connections, new SimpleMeterRegistry());
    private final RedisSharedRates one;
    private final RedisSharedRates two;

    RedisSharedRatesIntegrationTests() {
        connections.start();
        one = new RedisSharedRates(first);
        two = new RedisSharedRates(second);
        awaitAnswer(one);
        awaitAnswer(two);
    }

    @AfterEach
    void close() {
        first.destroy();
        second.destroy();
        connections.destroy();
    }

    @Test
    void countOnOneNodeWhatCameToTheOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(take(one, 6)).isZero();
            assertThat(take(two, 6)).isZero();
        }

        assertThat(take(one, 6)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(take(two, 6)).isPositive();
    }

    @Test
    void giveACrowdExactlyWhatThereIs() {
        var answers =
                IntStream.range(0, 600)
                        .mapToObj(i -> (i % 2 == 0 ? one : two).take(key, 100))
                        .map(answer -> answer.toCompletableFuture())
                        .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();

        var given = answers.stream().filter(answer -> answer.join().isZero()).count();
        // A minute's hundred, and what has come in meanwhile.
        assertThat(given).isBetween(100L, 115L);
    }

    @Test
    void failQuicklyWhileRedisHangsAndThenCountOn() throws Exception {
        var client = RedisClient.create(REDIS.url());
        try (client;
                var connection = client.connect()) {
            connection.sync().clientPause(5_000);
            var start = System.nanoTime();
            assertThatThrownBy(() -> take(one, 6)).isInstanceOf(ExecutionException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(shared()).isZero();
            assertThat(one.take(key, 6).toCompletableFuture()).isCompletedExceptionally();
        }

        awaitAnswer(one);
        assertThat(shared()).isEqualTo(1);
    }

    @Test
    void findARedisThatWentAwayAndCameBack() {
        REDIS.stop();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> take(one, 6))
                                            .isInstanceOf(ExecutionException.class));
            assertThat(shared()).isZero();
        } finally {
            REDIS.restart();
        }
        awaitAnswer(one);
        assertThat(shared()).isEqualTo(1);
    }

    private void awaitAnswer(RedisSharedRates rates) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> rates.take("others", 1_000).toCompletableFuture().get().isZero());
    }

    private Duration take(RedisSharedRates rates, int perMinute) throws Exception {
        return rates.take(key, perMinute).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private double shared() {
        return Objects.requireNonNull(meters.find("venta.limits.shared").gauge()).value();
    }
}
