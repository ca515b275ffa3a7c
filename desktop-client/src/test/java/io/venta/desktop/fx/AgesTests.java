package io.venta.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTests {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s",
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "3599, 59 min",
        "3600, 1 h",
        "86399, 23 h",
        "172800, 2 d"
    })
    void namesOneUnit(long seconds, String words) {
        assertThat(Ages.format(Duration.ofSeconds(seconds)))
                .isEqualTo(words.replace(' ', '\u2009'));
    }

    @Test
    void speaksOfKilometresAnHour() {
        assertThat(Ages.speed(10)).isEqualTo("36\u2009km/h");
    }
}
