package io.venta.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StompFrameTests {

    @Test
    void readsWhatItWrites() {
        var frame = new StompFrame("SEND", Map.of("a:b\\", "line\nline\r"), "body\n\nof lines");
        assertThat(frame.encode()).startsWith("SEND\na\\cb\\\\:line\\nline\\r\n\n").endsWith("\0");
        var text = frame.encode();
        assertThat(StompFrame.decode(text.substring(0, text.length() - 1))).isEqualTo(frame);
    }

    @Test
    void leavesConnectUnescaped() {
        assertThat(new StompFrame("CONNECT", Map.of("host", "a:b"), "").encode())
                .isEqualTo("CONNECT\nhost:a:b\n\n\0");
    }

    @Test
    void takesTheFirstOfRepeatedHeaders() {
        assertThat(StompFrame.decode("MESSAGE\ntype:first\ntype:second\n\n").header("type"))
                .isEqualTo("first");
    }

    @Test
    void refusesHeaderWithoutColon() {
        assertThatThrownBy(() -> StompFrame.decode("MESSAGE\nnonsense\n\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
