package io.venta.server.location;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrailSettingsTests {

    @ParameterizedTest
    @CsvSource({
        "PT1H, PT5S, true",
        "PT0S, PT5S, true",
        "PT24H, PT5S, true",
        "PT-1S, PT5S, false",
        "PT1H, PT0S, false",
        "PT1H, PT0.5S, false",
        "PT1H, PT2H, false",
        "PT24H, PT1S, false"
    })
    void takesLengthsThatCanBeReadAtOnce(Duration length, Duration interval, boolean taken) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var faults = factory.getValidator().validate(new TrailSettings(length, interval));

            assertThat(faults.isEmpty()).as(faults.toString()).isEqualTo(taken);
        }
    }

    @Test
    void cutsTimeIntoSlots() {
        var settings = TestFixes.SETTINGS;
        var start = Instant.parse("2026-03-01T12:00:05Z");

        assertThat(settings.slot(start.plusMillis(4_999))).isEqualTo(settings.slot(start));
        assertThat(settings.slot(start.plusMillis(5_000))).isEqualTo(settings.slot(start) + 1);
        assertThat(settings.slot(start.minusNanos(1))).isEqualTo(settings.slot(start) - 1);
    }
}
