package io.venta.desktop.connection;

import static io.venta.testing.SettableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock wall = new SettableClock();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final SteadyClock clock = new SteadyClock(wall, nanos::get, ZoneOffset.UTC);

    @Test
    void goesOnByWhatNoOneCanSet() {
        nanos.addAndGet(SECOND.toNanos());
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
        wall.advance(SECOND.plusMillis(900));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void staysWhereTheWallClockIsSetBackAndForth() {
        wall.set(START.minus(HOUR));
        pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
        wall.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void followsASleepInWhichItStoodStill() {
        wall.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
        wall.set(START.minus(HOUR));
        answer(START.plus(HOUR));
        wall.advance(HOUR);
        assertThat(clock.instant())
                .as("also after it was set")
                .isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    void isPutRightByTheServerWhereTheWallClockWasSetAhead() {
        pass(SECOND);
        wall.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(SECOND));
        answer(START.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
        pass(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void takesTheMiddleOfWhatTheServersClockMayShow() {
        Instant sentAt = clock.instant();
        pass(SECOND);
        clock.hear(sentAt, START.plusSeconds(60), SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60).plusMillis(500));
    }

    @Test
    void doesNotTrembleWithHowLongAnswersTake() {
        for (int millis : new int[] {900, 20, 500}) {
            Instant sentAt = clock.instant();
            Duration latency = Duration.ofMillis(millis);
            pass(latency);
            Instant before = clock.instant();
            clock.hear(sentAt, sentAt.plusMillis(millis / 4), latency);
            assertThat(clock.instant()).isEqualTo(before);
        }
    }

    @Test
    void believesNoAnswerThatItSleptOver() {
        Instant sentAt = clock.instant();
        wall.advance(HOUR);
        clock.hear(sentAt, sentAt, Duration.ofMillis(20));
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void isTheSameInEveryZone() {
        var warsaw = clock.withZone(ZoneId.of("Europe/Warsaw"));
        answer(START.plus(HOUR));
        assertThat(warsaw.instant()).isEqualTo(START.plus(HOUR));
        assertThat(warsaw.getZone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
    }

    private void answer(Instant serverTime) {
        clock.hear(clock.instant(), serverTime, Duration.ZERO);
    }

    private void pass(Duration time) {
        wall.advance(time);
        nanos.addAndGet(time.toNanos());
    }
}
