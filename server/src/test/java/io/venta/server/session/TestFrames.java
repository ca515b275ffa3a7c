package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

/** Clients' frames as interceptors see them. */
final class TestFrames {

    private TestFrames() {}

    static Message<?> frame(
            StompCommand command, String session, Principal user, @Nullable String destination) {
        var headers = StompHeaderAccessor.create(command);
        headers.setSessionId(session);
        headers.setUser(user);
        if (destination != null) {
            headers.setDestination(destination);
        }
        headers.setLeaveMutable(true);
        return MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
    }

    static void assertRefused(ErrorCode code, Runnable frame) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(frame::run)
                .returns(code, RejectedMessageException::code);
    }
}
