package io.venta.server.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

class FatalErrorsTests {

    private final Map<String, Object> socket = new HashMap<>();

    @Test
    void buildsAFrameThatSaysTheCodeAndTheReason() {
        var error =
                new ErrorReply(ErrorCode.TOKEN_EXPIRED, "It is over", true, null, null, "r1", null);

        var frame = FatalErrors.frame("s1", socket, error);

        var headers = StompHeaderAccessor.wrap(frame);
        assertThat(headers.getSessionId()).isEqualTo("s1");
        assertThat(headers.getFirstNativeHeader("code")).isEqualTo("TOKEN_EXPIRED");
        assertThat(headers.getMessage()).isEqualTo("It is over");
        assertThat(headers.getReceiptId()).isEqualTo("r1");
        assertThat(new String(frame.getPayload(), UTF_8)).isEqualTo("It is over");
    }

    @Test
    void closesWithTheFirstOfSeveralErrors() {
        FatalErrors.frame("s1", socket, ErrorReply.of(ErrorCode.SLOW_CONSUMER, "first"));
        FatalErrors.frame("s1", socket, ErrorReply.of(ErrorCode.CONNECTION_ERROR, "second"));

        assertThat(FatalErrors.closeCode(socket)).isEqualTo(ErrorCode.SLOW_CONSUMER);
    }

    @Test
    void knowsSocketsThatHadNoError() {
        assertThat(FatalErrors.closeCode(socket)).isNull();
    }
}
