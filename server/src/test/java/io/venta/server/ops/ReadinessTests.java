package io.venta.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.StubSubscriptionCounts;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

class ReadinessTests {

    private final SettableClock clock = new SettableClock();
    private final Map<String, HealthIndicator> indicators = new HashMap<>();
    private final StubAvailability availability = new StubAvailability();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Readiness readiness =
            new Readiness(
                    availability,
                    indicators,
                    new NodeFigures(
                            meters, clock, new ThisNode("node-1"), new StubSubscriptionCounts()),
                    clock);

    @Test
    void isStartingAtFirst() {
        var report = readiness.report();

        assertThat(report.status()).isEqualTo("starting");
        assertThat(report.servesClients()).isFalse();
    }

    @Test
    void isReadyWithNothingToDependOn() {
        start();
        clock.advance(Duration.ofSeconds(90));

        assertThat(readiness.report())
                .isEqualTo(
                        new ReadyReport(
                                "ready",
                                "none",
                                "none",
                                "none",
                                new ReadyReport.WebSockets(0, 0, 90),
                                clock.instant()));
    }

    @Test
    void isReadyWhereAllIsUp() {
        indicators.put("broker", () -> Health.up().build());
        indicators.put("cache", () -> Health.up().build());
        indicators.put("diskSpace", () -> Health.down().build());
        start();

        var report = readiness.report();

        assertThat(report.status()).isEqualTo("ready");
        assertThat(report.broker()).isEqualTo("up");
        assertThat(report.cache()).isEqualTo("up");
    }

    @Test
    void servesThoughDegraded() {
        indicators.put("broker", () -> Health.down().build());
        indicators.put("cache", () -> Health.unknown().build());
        start();

        var report = readiness.report();

        assertThat(report.status()).isEqualTo("degraded");
        assertThat(report.broker()).isEqualTo("down");
        assertThat(report.cache()).isEqualTo("down");
        assertThat(report.servesClients()).isTrue();
    }

    @Test
    void isDegradedWhereAPartCannotEvenBeAsked() {
        indicators.put(
                "cache",
                () -> {
                    throw new IllegalStateException("the pool is closed");
                });
        start();

        assertThat(readiness.report().status()).isEqualTo("degraded");
    }

    @Test
    void drainsOnceItRefusesTraffic() {
        start();
        availability.state = ReadinessState.REFUSING_TRAFFIC;

        var report = readiness.report();

        assertThat(report.status()).isEqualTo("draining");
        assertThat(report.servesClients()).isFalse();
    }

    private void start() {
        readiness.started();
        availability.state = ReadinessState.ACCEPTING_TRAFFIC;
    }

    private static final class StubAvailability implements ApplicationAvailability {

        private ReadinessState state = ReadinessState.REFUSING_TRAFFIC;

        @Override
        public ReadinessState getReadinessState() {
            return state;
        }

        @Override
        public LivenessState getLivenessState() {
            return LivenessState.CORRECT;
        }

        @Override
        public <S extends AvailabilityState> S getState(Class<S> type, S byDefault) {
            return byDefault;
        }

        @Override
        public <S extends AvailabilityState> @Nullable S getState(Class<S> type) {
            return null;
        }

        @Override
        public <S extends AvailabilityState>
                @Nullable AvailabilityChangeEvent<S> getLastChangeEvent(Class<S> type) {
            return null;
        }
    }
}
