package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.server.error.FatalErrors;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.simp.stomp.BufferingStompDecoder;
import org.springframework.messaging.simp.stomp.StompConversionException;

class ClientFrameDecoderTests {

    private static final String START = "SEND\ndestination:/app/x\ncontent-length:60000\n\n";

    private final Map<String, Object> socket = new HashMap<>();
    private final BufferingStompDecoder decoder =
            new BufferingStompDecoder(new ClientFrameDecoder(64 * 1024), 64 * 1024);

    @Test
    void putsTogetherWhatLibrariesCut() {
        for (int frame = 0; frame < 3; frame++) {
            assertThat(read(START)).isZero();
            for (int i = 0; i < 7; i++) {
                assertThat(read(" ".repeat(8_000))).isZero();
            }
            assertThat(read(" ".repeat(4_000) + "\0")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\0"})
    void refusesCrumbs(String crumb) {
        read(START);
        for (int i = 1; i < 16; i++) {
            assertThat(read(crumb)).isZero();
        }

        assertThatExceptionOfType(StompConversionException.class).isThrownBy(() -> read(crumb));
    }

    @Test
    void countsAnewBehindEachWholeFrame() {
        for (int i = 0; i < 50; i++) {
            read("SEND\n");
            assertThat(read("\n\0SEND\n")).isEqualTo(1);
            assertThat(read("\n\0")).isEqualTo(1);
        }
    }

    private int read(String piece) {
        var read = new int[1];
        FatalErrors.whileReading(
                socket,
                () -> read[0] = decoder.decode(ByteBuffer.wrap(piece.getBytes(UTF_8))).size());
        return read[0];
    }
}
