package io.venta.server.error;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Answers a SEND that a controller refused, or failed at, on the sender's error queue. */
@ControllerAdvice
class ErrorReplyAdvice {

    private final SessionReplies replies;

    ErrorReplyAdvice(SessionReplies replies) {
        this.replies = replies;
    }

    @MessageExceptionHandler(Exception.class)
    void refuse(
            Exception failure,
            Message<?> frame,
            @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String sessionId) {
        replies.refuse(sessionId, Refusals.of(failure, frame));
    }
}
