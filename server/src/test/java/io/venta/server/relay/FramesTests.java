package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.testing.StompFrame;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTests {

    private final ClientSession session = new RecordingClient("s1").session();

    @Test
    void saysConnected() {
        var frame =
                Frames.connected(session, "1.1", 25_000, Instant.parse("2026-03-01T12:00:00.5Z"));

        assertThat(text(frame))
                .isEqualTo(
                        """
                        CONNECTED
                        version:1.1
                        heart-beat:25000,25000
                        user-name:user-s1
                        session:s1
                        server:venta-realtime
                        expires-at:2026-03-01T12:00:00.500Z

                        \0""");
    }

    @Test
    void saysNothingOfAnEndWhereThereIsNone() {
        assertThat(text(Frames.connected(session, "1.2", 0, null))).doesNotContain("expires-at");
    }

    @Test
    void saysWhatAReceiptIsFor() {
        assertThat(text(Frames.receipt("a:b"))).isEqualTo("RECEIPT\nreceipt-id:a\\cb\n\n\0");
    }

    @Test
    void saysWhatWentWrong() {
        var frame =
                text(Frames.error(session, ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "It: is over")));

        assertThat(StompFrame.decode(frame.substring(0, frame.length() - 1)))
                .isEqualTo(
                        StompFrame.decode(
                                """
                                ERROR
                                message:It\\c is over
                                code:TOKEN_EXPIRED
                                content-type:text/plain
                                content-length:11

                                It: is over"""));
    }

    @Test
    void beatsWithASingleLineFeed() {
        assertThat(Frames.HEARTBEAT).containsExactly('\n');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "a:b", "\\", "a\\b", "\n", "\r\n", "\\n", "\\c:", "ż:ó\\ł"})
    void escapesWhatAClientReadsBack(String text) {
        var escaped = Frames.escape(text);

        assertThat(escaped).doesNotContain("\n", "\r", ":");
        assertThat(
                        StompFrame.decode("RECEIPT\nreceipt-id:" + escaped + "\n\n")
                                .header("receipt-id"))
                .isEqualTo(text);
    }

    @Test
    void leavesAloneWhatNeedsNoEscape() {
        var text = "/topic/location.v1";

        assertThat(Frames.escape(text)).isSameAs(text);
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }
}
