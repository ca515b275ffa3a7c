package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AddressRateTests {

    private static final String HERE = "203.0.113.7";

    private final SettableTime time = new SettableTime();
    private final StubSharedRates shared = new StubSharedRates();
    private final AddressRate rate = new AddressRate("connect", 6, shared, time);
    private final List<Duration> later = new ArrayList<>();

    @Test
    void closesAnAddressThatComesTooOften() {
        take(6);

        assertThat(rate.take(HERE, later::add)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rate.closedFor(HERE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(rate.take("203.0.113.8", later::add)).isZero();

        time.advance(Duration.ofSeconds(10));
        assertThat(rate.closedFor(HERE)).isZero();
        take(1);
        assertThat(rate.take(HERE, later::add)).isPositive();
        assertThat(later).isEmpty();
    }

    @Test
    void asksOthersOncePerCountAndNotAtAllWhileClosed() {
        take(6);
        rate.take(HERE, later::add);
        rate.take(HERE, later::add);

        assertThat(shared.asked()).hasSize(6).containsOnly("connect:203.0.113.7/6");
    }

    @Test
    void asksOthersOnceTheFirstTwentiethIsUsedUp() {
        var generous = new AddressRate("connect", 100, shared, time);
        for (int i = 0; i < 5; i++) {
            generous.take(HERE, later::add);
        }
        assertThat(shared.asked()).isEmpty();

        generous.take(HERE, later::add);
        assertThat(shared.asked()).hasSize(1);
    }

    @Test
    void closesAnAddressThatCameTooOftenToOtherNodes() {
        var answer = new CompletableFuture<Duration>();
        shared.answer(answer);
        take(1);
        assertThat(rate.closedFor(HERE)).isZero();

        answer.complete(Duration.ofSeconds(3));

        assertThat(later).containsExactly(Duration.ofSeconds(3));
        assertThat(rate.take(HERE, later::add)).isEqualTo(Duration.ofSeconds(3));
        time.advance(Duration.ofSeconds(3));
        assertThat(rate.take(HERE, later::add)).isZero();
    }

    @Test
    void countsAloneWhereOthersCannotBeAsked() {
        shared.answer(CompletableFuture.failedFuture(new IllegalStateException("away")));

        take(6);

        assertThat(rate.take(HERE, later::add)).isPositive();
        assertThat(later).isEmpty();
    }

    @Test
    void takesZeroForNoLimit() {
        var lifted = new AddressRate("connect", 0, shared, time);
        for (int i = 0; i < 10_000; i++) {
            assertThat(lifted.take(HERE, later::add)).isZero();
        }
        assertThat(shared.asked()).isEmpty();
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(rate.take(HERE, later::add)).isZero();
        }
    }
}
