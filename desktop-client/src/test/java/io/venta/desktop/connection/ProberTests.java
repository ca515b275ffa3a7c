package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.MessageType;
import io.venta.model.session.Pong;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProberTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> latencies = new ArrayList<>();
    private final ConnectionQuality quality =
            new ConnectionQuality(
                    new SteadyClock(clock, nanos::get, ZoneOffset.UTC),
                    nanos::get,
                    Pace.STANDARD.lost());
    private final Prober prober =
            new Prober(
                    Pace.STANDARD,
                    quality,
                    new OpenSession(new JsonMapper()),
                    nanos::get,
                    latencies::add);

    @BeforeEach
    void open() {
        quality.opened("s-1");
        prober.begin();
    }

    @Test
    void tellsHowLongAnAnswerTook() {
        pass(Duration.ofMillis(30));
        prober.hear(
                new GatewayMessage(
                        MessageType.PONG, false, new Pong(SettableClock.START, clock.instant())));
        assertThat(latencies).containsExactly(Duration.ofMillis(30));
    }

    @Test
    void tellsHowLongAnAnswerIsOverdueUntilTheLineIsDead() {
        for (int second = 1; second <= 20; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(prober.tick()).isTrue();
        }
        assertThat(latencies).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(quality.report().lost()).isPositive();
        pass(Duration.ofSeconds(1));
        assertThat(prober.tick()).isFalse();
    }

    @Test
    void livesAsLongAsAnythingComes() {
        for (int second = 1; second <= 60; second++) {
            pass(Duration.ofSeconds(1));
            quality.heard();
            assertThat(prober.tick()).isTrue();
        }
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }
}
