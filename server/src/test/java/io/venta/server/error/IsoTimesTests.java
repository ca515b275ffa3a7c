package io.venta.server.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T12:00:00Z",
                "2026-03-01T12:00:00.1Z",
                "2026-03-01T12:00:00.000000001Z",
                "2024-02-29T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-03-01T12:00:00+01:00",
                "2026-03-01T12:00:00.Z",
                "2026-03-01t12:00:00z",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(IsoTimes.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-03-01T12:00:61Z",
                "2026-03-01T12:00Z",
                "2026-03-01T12:00:00.0000000001Z",
                "2026-03-01T12:00:00",
                "2026-03-0xT12:00:00Z",
                "2026-03-01T12:00:00.12-Z",
                "2026-03-01T12:00:00.\u0661Z",
                "2026-03-01 12:00:00Z"
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> IsoTimes.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void readsEveryMomentThatIsWritten() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var moment =
                    Instant.ofEpochSecond(
                            random.nextLong(-62_000_000_000L, 253_000_000_000L),
                            random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            assertThat(IsoTimes.parse(moment.toString())).isEqualTo(moment);
        }
    }
}
