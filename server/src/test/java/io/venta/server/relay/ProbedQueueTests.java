package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbedQueueTests {

    private long nanos = 1;
    private final ProbedQueue queue = new ProbedQueue("/topic/location.~abc", () -> nanos);

    @Test
    void isFineWhileEachNumberComesSoon() {
        for (int i = 0; i < 200; i++) {
            var probe = queue.next();
            queue.confirmed(queue.sent());
            pass(5);
            assertThat(queue.heard(probe)).isFalse();
            assertThat(queue.lag()).isEqualTo(Duration.ofMillis(5));
            pass(995);
        }
        assertThat(queue.isSilent()).isFalse();
        assertThat(queue.isUnconfirmed()).isFalse();
    }

    @Test
    void seesAHoleWhereANumberIsMissing() {
        assertThat(queue.heard(queue.next())).isFalse();
        queue.next();
        assertThat(queue.heard(queue.next())).isTrue();
        assertThat(queue.heard(queue.next())).isFalse();
    }

    @Test
    void seesThatTheFirstOneIsMissing() {
        queue.next();
        assertThat(queue.heard(queue.next())).isTrue();
    }

    @Test
    void mayHaveMissedSomethingOnceItWasASecondBehind() {
        var probes = new byte[][] {queue.next(), queue.next(), queue.next()};
        pass(3000);
        assertThat(queue.heard(probes[0])).isFalse();
        assertThat(queue.lag()).isEqualTo(Duration.ofSeconds(3));
        assertThat(queue.heard(probes[1])).isFalse();
        assertThat(queue.heard(probes[2])).isFalse();

        assertThat(queue.heard(queue.next())).isTrue();
        assertThat(queue.heard(queue.next())).isFalse();
    }

    @Test
    void lagsByTheAgeOfWhatHasNotCome() {
        queue.heard(queue.next());
        queue.next();
        pass(4000);
        queue.next();

        assertThat(queue.lag()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void isSilentWhenTheBrokerHasHadAProbeForTenSeconds() {
        queue.heard(queue.next());
        queue.next();
        pass(20_000);
        assertThat(queue.isSilent()).isFalse();
        assertThat(queue.isUnconfirmed()).isTrue();

        queue.confirmed(2);
        pass(10_000);
        assertThat(queue.isSilent()).isFalse();
        assertThat(queue.isUnconfirmed()).isFalse();
        pass(1);
        assertThat(queue.isSilent()).isTrue();
    }

    @Test
    void missesNothingThatANewQueueNeverHeld() {
        var before = queue.next();
        queue.next();
        pass(5000);
        queue.renew();

        assertThat(queue.heard(before)).isFalse();
        assertThat(queue.isUnconfirmed()).isFalse();
        assertThat(queue.lag()).isZero();
        assertThat(queue.heard(queue.next())).isFalse();
    }

    @Test
    void takesNothingForAProbeThatIsNone() {
        queue.next();

        assertThat(queue.heard("x".getBytes(UTF_8))).isFalse();
        assertThat(queue.heard("99".getBytes(UTF_8))).isFalse();
        assertThat(queue.heard("-1".getBytes(UTF_8))).isFalse();
        assertThat(queue.heard("1".getBytes(UTF_8))).isFalse();
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }
}
