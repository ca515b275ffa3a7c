package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPlanTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RetryPlan plan =
            new RetryPlan(
                    new Backoff(
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(30),
                            new RandomGenerator() {
                                @Override
                                public long nextLong(long bound) {
                                    return bound - 1;
                                }

                                @Override
                                public long nextLong() {
                                    throw new UnsupportedOperationException("Unbounded");
                                }
                            }));

    @Test
    void waitsLongerAfterEachFailure() {
        plan.attempting();
        assertThat(plan.lost(NOON).at()).isEqualTo(NOON.plusSeconds(1));
        plan.attempting();
        assertThat(plan.lost(NOON).at()).isEqualTo(NOON.plusSeconds(2));
        plan.attempting();
        assertThat(plan.lost(NOON).at()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void remembersSinceWhenItIsGone() {
        plan.attempting();
        plan.lost(NOON);
        plan.attempting();
        assertThat(plan.lost(NOON.plusSeconds(9)).since()).isEqualTo(NOON);
        assertThat(plan.lostAt()).isEqualTo(NOON);
    }

    @Test
    void startsAnewAfterASteadyConnection() {
        failTimes(4);
        plan.attempting();
        plan.opened(NOON);
        assertThat(plan.lostAt()).isNull();
        Instant later = NOON.plusSeconds(31);
        assertThat(plan.lost(later)).satisfies(s -> assertThat(s.since()).isEqualTo(later));
        plan.attempting();
        assertThat(plan.lost(later).at()).isEqualTo(later.plusSeconds(1));
    }

    @Test
    void goesOnCountingWhenTheServerDropsAtOnce() {
        failTimes(4);
        plan.attempting();
        plan.opened(NOON);
        assertThat(plan.lost(NOON.plusSeconds(2)).at()).isEqualTo(NOON.plusSeconds(2 + 16));
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            plan.attempting();
            plan.lost(NOON);
        }
    }
}
