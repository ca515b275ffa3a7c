package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.session.Ping;
import io.venta.model.session.Pong;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionQualityTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final SteadyClock steady = new SteadyClock(clock, nanos::get, ZoneOffset.UTC);
    private final ConnectionQuality quality =
            new ConnectionQuality(steady, nanos::get, Duration.ofSeconds(10));

    @BeforeEach
    void open() {
        quality.opened("s-1");
    }

    @Test
    void measuresTheAnswer() {
        Ping ping = quality.ping();
        pass(Duration.ofMillis(42));
        assertThat(answer(ping)).contains(Duration.ofMillis(42));
        assertThat(answer(ping)).isEmpty();
        assertThat(quality.report().pings())
                .containsExactly(
                        new QualityReport.Ping(SettableClock.START, Duration.ofMillis(42)));
    }

    @Test
    void tellsTheUsualAndTheWorst() {
        for (int i = 1; i <= 40; i++) {
            ping(Duration.ofMillis(i * 10L));
        }
        assertThat(quality.report().median()).isEqualTo(Duration.ofMillis(200));
        assertThat(quality.report().slowest()).isEqualTo(Duration.ofMillis(380));
        assertThat(quality.report().loss()).isZero();
    }

    @Test
    void losesWhatIsNotAnsweredInTime() {
        ping(Duration.ofMillis(5));
        Ping late = quality.ping();
        pass(Duration.ofSeconds(11));
        quality.expire();
        assertThat(answer(late)).isEmpty();
        assertThat(quality.report().loss()).isEqualTo(0.5);
        assertThat(quality.report().median()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void losesWhatIsUnderWayWhenTheLineBreaks() {
        quality.ping();
        quality.closed();
        assertThat(quality.report().lost()).isEqualTo(1);
        assertThat(quality.report().connectedSince()).isNull();
        assertThat(quality.report().session()).isNull();
        quality.opened("s-2");
        assertThat(quality.report().reconnects()).isEqualTo(1);
        assertThat(quality.report().session()).isEqualTo("s-2");
    }

    @Test
    void forgetsWhatIsOld() {
        ping(Duration.ofMillis(5));
        pass(QualityReport.REACH);
        ping(Duration.ofMillis(7));
        assertThat(quality.report().pings()).hasSize(1);
        pass(QualityReport.REACH.multipliedBy(2));
        assertThat(quality.report().pings()).isEmpty();
        assertThat(quality.report().median()).isNull();
        assertThat(quality.report().loss()).isZero();
    }

    @Test
    void tellsHowLongAnAnswerIsOverdue() {
        ping(Duration.ofMillis(800));
        quality.ping();
        pass(Duration.ofMillis(700));
        assertThat(quality.overdue()).isEmpty();
        pass(Duration.ofMillis(700));
        assertThat(quality.overdue()).contains(Duration.ofMillis(1_400));
    }

    @Test
    void knowsWhenItLastHeardSomething() {
        pass(Duration.ofSeconds(3));
        quality.heard();
        pass(Duration.ofSeconds(4));
        assertThat(quality.silence()).isEqualTo(Duration.ofSeconds(4));
        assertThat(quality.report().heardAt()).isEqualTo(SettableClock.START.plusSeconds(3));
    }

    @Test
    void learnsTheServersClock() {
        Ping ping = quality.ping();
        pass(Duration.ofMillis(200));
        quality.answered(new Pong(ping.sentAt(), ping.sentAt().plusSeconds(60).plusMillis(100)));
        assertThat(steady.instant()).isEqualTo(clock.instant().plusSeconds(60));
    }

    private void ping(Duration latency) {
        Ping ping = quality.ping();
        pass(latency);
        answer(ping);
    }

    private java.util.Optional<Duration> answer(Ping ping) {
        return quality.answered(new Pong(ping.sentAt(), ping.sentAt()));
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }
}
