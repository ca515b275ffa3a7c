package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatencyProbeTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final LatencyProbe probe = new LatencyProbe(nanos::get);

    @Test
    void measuresTheAnswer() {
        Ping ping = probe.next(NOON).orElseThrow();
        nanos.addAndGet(42_000_000);
        assertThat(probe.answered(new Pong(ping.sentAt(), NOON))).contains(Duration.ofMillis(42));
        assertThat(probe.next(NOON.plusSeconds(10))).isPresent();
    }

    @Test
    void takesNoOtherAnswer() {
        probe.next(NOON);
        assertThat(probe.answered(new Pong(NOON.minusSeconds(1), NOON))).isEmpty();
    }

    @Test
    void asksNothingNewWhileItWaits() {
        probe.next(NOON);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(probe.next(NOON.plusSeconds(10))).isEmpty();
        assertThat(probe.waiting()).isEqualTo(Duration.ofSeconds(10));
        probe.reset();
        assertThat(probe.next(NOON.plusSeconds(11))).isPresent();
    }
}
