package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTests {

    private static final Instant RECORDED = Instant.parse("2024-01-25T15:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void startsNow() {
        var placement = new Timeline(1).place(RECORDED, NOW);
        assertThat(placement.due()).isEqualTo(NOW);
        assertThat(placement.skipped()).isZero();
    }

    @Test
    void keepsDistancesInProportion() {
        var timeline = new Timeline(10);
        timeline.place(RECORDED, NOW);
        var later = timeline.place(RECORDED.plusSeconds(30), NOW.plusSeconds(1));
        assertThat(later.due()).isEqualTo(NOW.plusSeconds(3));
        assertThat(later.skipped()).isZero();
    }

    @Test
    void allowsSlowMotion() {
        var timeline = new Timeline(0.5);
        timeline.place(RECORDED, NOW);
        assertThat(timeline.place(RECORDED.plusSeconds(2), NOW).due())
                .isEqualTo(NOW.plusSeconds(4));
    }

    @Test
    void skipsGapsLongerThanFiveSecondsOfWallTime() {
        var timeline = new Timeline(10);
        timeline.place(RECORDED, NOW);
        assertThat(timeline.place(RECORDED.plusSeconds(50), NOW).skipped()).isZero();
        var afterGap = timeline.place(RECORDED.plusSeconds(101), NOW);
        assertThat(afterGap.skipped()).isEqualTo(Duration.ofSeconds(51));
        assertThat(afterGap.due()).isBetween(NOW.plusSeconds(5), NOW.plusMillis(5_010));
        assertThat(timeline.place(RECORDED.plusSeconds(111), NOW).due())
                .isEqualTo(afterGap.due().plusSeconds(1));
    }

    @Test
    void placesWhatGoesBackInTimeInThePast() {
        var timeline = new Timeline(1);
        timeline.place(RECORDED, NOW);
        var earlier = timeline.place(RECORDED.minusSeconds(3600), NOW);
        assertThat(earlier.due()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(earlier.skipped()).isZero();
    }

    @Test
    void keepsOrderAcrossGaps() {
        var timeline = new Timeline(1);
        var before = timeline.place(RECORDED, NOW).due();
        var after = timeline.place(RECORDED.plusSeconds(100), NOW).due();
        var between = timeline.place(RECORDED.plusSeconds(60), NOW).due();
        assertThat(before).isBefore(after);
        assertThat(between).isBetween(before, after);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesImpossibleSpeeds(double speed) {
        assertThatThrownBy(() -> new Timeline(speed)).isInstanceOf(IllegalArgumentException.class);
    }
}
