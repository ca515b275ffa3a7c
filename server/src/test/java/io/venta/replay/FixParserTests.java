package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixParserTests {

    @Test
    void readsFix() throws UnreadableLineException {
        var fix =
                FixParser.parse(
                        """
                        {"vendorId":"waw-1","lat":52.2,"long":-21,"timestamp":"2024-01-25T15:02:22.5Z",
                         "speed":3.5,"receivedAt":"2024-01-25T15:02:30Z"}\
                        """);
        assertThat(fix.vendorId().value()).isEqualTo("waw-1");
        assertThat(fix.location().lat()).isEqualTo(52.2);
        assertThat(fix.location().lng()).isEqualTo(-21);
        assertThat(fix.speed()).isEqualTo(3.5);
        assertThat(fix.heading()).isNull();
        assertThat(fix.timestamp()).isEqualTo(Instant.parse("2024-01-25T15:02:22.5Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    nonsense | not JSON
                    {"vendorId":"v" | not JSON
                    [1] | not a JSON object
                    {"lat":1,"long":2,"timestamp":"2024-01-25T15:02:22Z"} | vendorId is missing
                    {"vendorId":"v.1","lat":1,"long":2,"timestamp":"2024-01-25T15:02:22Z"} | vendorId must be
                    {"vendorId":"v","long":2,"timestamp":"2024-01-25T15:02:22Z"} | lat is missing
                    {"vendorId":"v","lat":"1","long":2,"timestamp":"2024-01-25T15:02:22Z"} | lat is not a number
                    {"vendorId":"v","lat":91,"long":2,"timestamp":"2024-01-25T15:02:22Z"} | lat must be -90 to 90
                    {"vendorId":"v","lat":1,"long":2,"timestamp":"25.01.2024"} | timestamp is not like
                    {"vendorId":"v","lat":1,"long":2} | timestamp is missing
                    """)
    void tellsWhatIsWrong(String line, String reason) {
        assertThatThrownBy(() -> FixParser.parse(line))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining(reason);
    }
}
