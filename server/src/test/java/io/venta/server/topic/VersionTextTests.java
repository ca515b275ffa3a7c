package io.venta.server.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999999999Z",
                "2026-03-01T12:00:00.000000001Z",
                "2286-11-20T17:46:39.999999999Z"
            })
    void reads19CharactersBack(String moment) {
        var version = Instant.parse(moment);

        var text = VersionText.of(version);

        assertThat(text).hasSize(VersionText.LENGTH);
        assertThat(VersionText.parse(text)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59.999999999Z, 2000-01-01T00:00:00Z",
        "2026-03-01T12:00:00.1Z, 2026-03-01T12:00:00.10000001Z",
        "2001-09-09T01:46:39Z, 2001-09-09T01:46:40Z"
    })
    void ordersAsTimeDoes(String earlier, String later) {
        assertThat(VersionText.of(Instant.parse(earlier)))
                .isLessThan(VersionText.of(Instant.parse(later)));
    }

    @Test
    void staysOneWidthBeyondItsRange() {
        assertThat(VersionText.of(Instant.MIN)).isEqualTo("0".repeat(19));
        assertThat(VersionText.of(Instant.MAX)).hasSize(19).startsWith("9999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva"})
    void writesTheSameDigitsWhereverTheServerRuns(String language) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(VersionText.of(Instant.ofEpochSecond(1_234_567_890, 42)))
                    .isEqualTo("1234567890000000042");
        } finally {
            Locale.setDefault(before);
        }
    }
}
