package io.venta.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

class RefusalsTests {

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatKindOfFailureItWas(Exception failure, ErrorCode code) {
        assertThat(Refusals.of(failure, null).code()).isEqualTo(code);
        assertThat(Refusals.of(new MessageDeliveryException(frame(), failure), null).code())
                .isEqualTo(code);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("x"), ErrorCode.AUTHORIZATION_FAILED),
                Arguments.of(
                        new AuthenticationCredentialsNotFoundException("x"),
                        ErrorCode.AUTHENTICATION_FAILED),
                Arguments.of(new StompConversionException("x"), ErrorCode.PROTOCOL_ERROR),
                Arguments.of(
                        new RejectedMessageException(ErrorCode.INVALID_ROOM, "no"),
                        ErrorCode.INVALID_ROOM),
                Arguments.of(new NullPointerException("secret"), ErrorCode.UNKNOWN_ERROR));
    }

    @Test
    void saysNothingOfTheServersInside() {
        var reply = Refusals.of(new IllegalArgumentException("jdbc:secret@db"), frame());

        assertThat(reply.message()).isEqualTo("The server failed to handle this");
        assertThat(reply.retryable()).isTrue();
    }

    @Test
    void namesTheFrameThatWasRefused() {
        var details = Map.<String, Object>of("limit", 2);
        var rejection =
                new RejectedMessageException(
                        ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED, "too many", details);

        assertThat(Refusals.of(rejection, frame()))
                .isEqualTo(
                        new ErrorReply(
                                ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED,
                                "too many",
                                false,
                                "/topic/location.v1",
                                "sub-1",
                                "r-1",
                                details));
    }

    @Test
    void saysNoNameBackThatIsNone() {
        var headers = StompHeaderAccessor.create(StompCommand.SUBSCRIBE);
        headers.setDestination("/topic/" + "x".repeat(60_000));
        headers.setSubscriptionId("\u0001".repeat(60_000));
        headers.setReceipt("a\0b");
        var frame = MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());

        assertThat(Refusals.of(new AccessDeniedException("x"), frame))
                .isEqualTo(ErrorReply.of(ErrorCode.AUTHORIZATION_FAILED, "You may not do this"));
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        var reply = Refusals.of(new AccessDeniedException("x"), null);

        assertThat(reply)
                .isEqualTo(ErrorReply.of(ErrorCode.AUTHORIZATION_FAILED, "You may not do this"));
    }

    static Message<byte[]> frame() {
        var headers = StompHeaderAccessor.create(StompCommand.SUBSCRIBE);
        headers.setSessionId("s1");
        headers.setDestination("/topic/location.v1");
        headers.setSubscriptionId("sub-1");
        headers.setReceipt("r-1");
        return MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
    }
}
