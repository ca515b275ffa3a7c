package io.venta.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusalFiguresTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RefusalFigures figures = new RefusalFigures(meters, now::get);

    @Test
    void countsEveryRefusalAndLogsOneASecond(CapturedOutput log) {
        for (int i = 0; i < 1_000; i++) {
            figures.refused(ErrorCode.INVALID_MESSAGE, "s" + i);
        }
        figures.refused(ErrorCode.AUTHORIZATION_FAILED, "s1");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        figures.refused(ErrorCode.INVALID_MESSAGE, "last");

        assertThat(count("INVALID_MESSAGE")).isEqualTo(1_001);
        assertThat(count("AUTHORIZATION_FAILED")).isEqualTo(1);
        assertThat(log.getOut().lines().filter(line -> line.contains("INVALID_MESSAGE")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("for s0, and 0 more"),
                        second -> assertThat(second).contains("for last, and 999 more"));
        assertThat(log.getOut()).containsOnlyOnce("AUTHORIZATION_FAILED");
    }

    @Test
    void countsConnectionsByTheCodeTheyEndedWith() {
        figures.ended(4014, "s1");
        figures.ended(1009, "s2");
        figures.ended(1000, "s3");
        figures.ended(0, "s4");

        assertThat(count("TOO_MANY_VIOLATIONS")).isEqualTo(1);
        assertThat(count("MESSAGE_TOO_LARGE")).isEqualTo(1);
        assertThat(meters.find("venta.refusals").counters().stream().mapToDouble(c -> c.count()))
                .satisfies(
                        counts ->
                                assertThat(counts.stream().mapToDouble(c -> c).sum()).isEqualTo(2));
    }

    private double count(String code) {
        return meters.counter("venta.refusals", "code", code).count();
    }
}
