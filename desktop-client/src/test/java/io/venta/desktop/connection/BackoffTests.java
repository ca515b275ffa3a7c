package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTests {

    /** Only what the back-off asks for. */
    @FunctionalInterface
    private interface Random extends RandomGenerator {

        @Override
        long nextLong(long bound);

        @Override
        default long nextLong() {
            throw new UnsupportedOperationException("Unbounded");
        }
    }

    private static Backoff with(Random random) {
        return new Backoff(seconds(1), seconds(30), random);
    }

    @Test
    void doublesItsUpperBound() {
        Backoff longest = with(bound -> bound - 1);
        assertThat(longest.delay(1)).isEqualTo(seconds(1));
        assertThat(longest.delay(2)).isEqualTo(seconds(2));
        assertThat(longest.delay(5)).isEqualTo(seconds(16));
    }

    @Test
    void staysBelowItsCap() {
        Backoff longest = with(bound -> bound - 1);
        assertThat(longest.delay(6)).isEqualTo(seconds(30));
        assertThat(longest.delay(1_000_000)).isEqualTo(seconds(30));
    }

    @Test
    void spreadsDownToNothing() {
        assertThat(with(bound -> 0).delay(7)).isZero();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
