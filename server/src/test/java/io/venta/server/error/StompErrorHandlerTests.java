package io.venta.server.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.RecordingChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.BufferingStompDecoder;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.access.AccessDeniedException;

class StompErrorHandlerTests {

    private final RecordingChannel channel = new RecordingChannel();
    private final StompErrorHandler handler = new StompErrorHandler(RecordingReplies.over(channel));
    private final Map<String, Object> socket = new HashMap<>();

    @Test
    void answersOnTheErrorQueueAndLetsTheConnectionLive() {
        var answer = handle(StompCommand.SUBSCRIBE, new AccessDeniedException("no"));

        assertThat(answer).isNull();
        assertThat(FatalErrors.closeCode(socket)).isNull();
        assertThat(channel.destinations()).containsExactly(Destinations.ERRORS);
        assertThat(channel.lastHeader("type")).isEqualTo("error");
        assertThat(SimpMessageHeaderAccessor.getSessionId(channel.sent().getFirst().getHeaders()))
                .isEqualTo("s1");
        assertThat(((ErrorReply) channel.payloads().getFirst()).code())
                .isEqualTo(ErrorCode.AUTHORIZATION_FAILED);
    }

    @Test
    void endsTheConnectionWithAFatalCode() {
        var rejection = new RejectedMessageException(ErrorCode.TOKEN_EXPIRED, "over");

        var answer = handle(StompCommand.CONNECT, rejection);

        assertFatal(answer, "TOKEN_EXPIRED");
        assertThat(FatalErrors.closeCode(socket)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void endsAConnectionThatCouldNotConnect() {
        assertFatal(handle(StompCommand.CONNECT, new NullPointerException()), "CONNECTION_ERROR");
        assertFatal(
                handle(StompCommand.STOMP, new AccessDeniedException("no")), "CONNECTION_ERROR");
    }

    @Test
    void tellsWhatIsTooLargeFromWhatIsNotStomp() {
        var decoder = new BufferingStompDecoder(new StompDecoder(), 100);
        decoder.decode(ByteBuffer.wrap("SEND\ncontent-length:200\n\nx".getBytes(UTF_8)));

        assertThat(undecodable(decoder, "x".repeat(30))).isEqualTo("MESSAGE_TOO_LARGE");
        assertThat(FatalErrors.closeCode(socket)).isEqualTo(ErrorCode.MESSAGE_TOO_LARGE);

        decoder = new BufferingStompDecoder(new StompDecoder(), 100);
        assertThat(undecodable(decoder, "x".repeat(101))).isEqualTo("MESSAGE_TOO_LARGE");
        decoder = new BufferingStompDecoder(new StompDecoder(), 100);
        assertThat(undecodable(decoder, "HELLO\n\n\0")).isEqualTo("PROTOCOL_ERROR");
    }

    private @Nullable String undecodable(BufferingStompDecoder decoder, String text) {
        var failure = catchThrowable(() -> decoder.decode(ByteBuffer.wrap(text.getBytes(UTF_8))));
        var answer = new ArrayList<Message<byte[]>>();
        FatalErrors.whileReading(
                socket,
                () -> answer.add(handler.handleClientMessageProcessingError(null, failure)));
        return SimpMessageHeaderAccessor.getFirstNativeHeader(
                "code", answer.getFirst().getHeaders());
    }

    @Test
    void endsAConnectionWhoseFramesAreOutOfOrder() {
        assertFatal(handle(StompCommand.SEND, new IllegalStateException("no")), "PROTOCOL_ERROR");
    }

    @Test
    void answersBytesThatAreNoFrame() {
        var answer = handler.handleClientMessageProcessingError(null, new RuntimeException("x"));

        assertFatal(answer, "PROTOCOL_ERROR");
    }

    private @Nullable Message<byte[]> handle(StompCommand command, Exception failure) {
        var headers = StompHeaderAccessor.create(command);
        headers.setSessionId("s1");
        headers.setSessionAttributes(socket);
        headers.setDestination("/topic/location.v1");
        var frame = MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
        var thrown =
                failure instanceof IllegalStateException
                        ? failure
                        : new MessageDeliveryException(frame, failure);
        return handler.handleClientMessageProcessingError(frame, thrown);
    }

    private static void assertFatal(@Nullable Message<byte[]> answer, String code) {
        assertThat(answer).isNotNull();
        var headers = StompHeaderAccessor.wrap(answer);
        assertThat(headers.getCommand()).isEqualTo(StompCommand.ERROR);
        assertThat(headers.getFirstNativeHeader("code")).isEqualTo(code);
        assertThat(headers.getMessage()).isNotBlank();
    }
}
