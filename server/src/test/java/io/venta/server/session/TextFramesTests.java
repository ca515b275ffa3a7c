package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFramesTests {

    @ParameterizedTest
    @CsvSource({
        "0, 81 00",
        "1, 81 01",
        "125, 81 7d",
        "126, 81 7e 00 7e",
        "127, 81 7e 00 7f",
        "128, 81 7e 00 80",
        "256, 81 7e 01 00",
        "65535, 81 7e ff ff",
        "65536, 81 7f 00 00 00 00 00 01 00 00",
        "16777216, 81 7f 00 00 00 00 01 00 00 00",
        "2147483647, 81 7f 00 00 00 00 7f ff ff ff"
    })
    void writesHeadersAsShortAsTheyMustBe(int length, String expected) {
        var target = new byte[20];

        var end = TextFrames.header(length, target, 3);

        assertThat(end - 3).isEqualTo(TextFrames.headerLength(length));
        assertThat(hex(target, 3, end)).isEqualTo(expected);
        assertThat(hex(target, end, 20)).matches("(00 ?)*");
    }

    @Test
    void isOneFrameOfAPayload() {
        var frames = TextFrames.of(new byte[] {1, 2, 3});

        assertThat(frames.firstLength()).isEqualTo(3);
        assertThat(frames.bytes().remaining()).isEqualTo(3);
    }

    @Test
    void endsWhereItsFramesEnd() {
        var bytes = new byte[] {'a', (byte) 0x81, 1, 'b', 0, 0};

        var frames = TextFrames.of(bytes, 1, 4);

        assertThat(frames.firstLength()).isEqualTo(1);
        assertThat(frames.bytes().remaining()).isEqualTo(4);
    }

    private static String hex(byte[] bytes, int start, int end) {
        var text = new StringBuilder();
        for (var each : Arrays.copyOfRange(bytes, start, end)) {
            text.append(text.isEmpty() ? "" : " ").append(String.format("%02x", each));
        }
        return text.toString();
    }
}
