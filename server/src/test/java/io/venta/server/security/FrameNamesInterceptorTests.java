package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RejectedMessageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

class FrameNamesInterceptorTests {

    private final FrameNamesInterceptor interceptor = new FrameNamesInterceptor();

    @ParameterizedTest
    @ValueSource(strings = {"id", "receipt"})
    void letsNamesThrough(String header) {
        for (var name :
                new String[] {"", "sub-0", "/topic/location.*", "ż ∗:\\", "x".repeat(255)}) {
            assertThat(send(header, name)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "receipt"})
    void refusesWhatIsNoName(String header) {
        for (var name : new String[] {"a\0b", "a\nb", "a\rb", "\u0085", "x".repeat(256)}) {
            assertThatExceptionOfType(RejectedMessageException.class)
                    .isThrownBy(() -> send(header, name))
                    .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-queue-name", "selector", "conflate"})
    void leavesOtherHeadersAlone(String header) {
        assertThat(send(header, "a\nb".repeat(1_000))).isNotNull();
    }

    private @Nullable Message<?> send(String header, String value) {
        var frame = StompHeaderAccessor.create(StompCommand.SUBSCRIBE);
        frame.setNativeHeader(header, value);
        return interceptor.preSend(
                MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders()),
                new RecordingChannel());
    }
}
