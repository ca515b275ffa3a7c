package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/**
 * Answers frames that were refused before, or instead of, reaching a controller.
 *
 * <p>What is not fatal goes to the session's error queue, and the connection lives. A CONNECT that
 * fails, and frames out of order, are fatal whatever the reason: there is no session to answer to.
 */
@Component
class StompErrorHandler extends StompSubProtocolErrorHandler {

    /** In the words alone Spring's decoder tells what is too large from what is not STOMP. */
    private static final String DECODER_LIMIT = "buffer size limit";

    private final SessionReplies replies;

    StompErrorHandler(SessionReplies replies) {
        this.replies = replies;
    }

    @Override
    public @Nullable Message<byte[]> handleClientMessageProcessingError(
            @Nullable Message<byte[]> frame, Throwable failure) {
        var headers =
                frame == null
                        ? null
                        : MessageHeaderAccessor.getAccessor(frame, StompHeaderAccessor.class);
        if (headers == null || headers.getSessionId() == null) {
            return FatalErrors.frame("", null, undecodable(failure));
        }
        var sessionId = headers.getSessionId();
        var refusal =
                failure instanceof IllegalStateException
                        ? protocolError()
                        : Refusals.of(failure, frame);
        if (refusal.code().fatal()) {
            return FatalErrors.frame(sessionId, headers.getSessionAttributes(), refusal);
        }
        if (isConnect(headers)) {
            var error = ErrorReply.of(ErrorCode.CONNECTION_ERROR, refusal.message());
            return FatalErrors.frame(sessionId, headers.getSessionAttributes(), error);
        }
        replies.refuse(sessionId, refusal);
        return null;
    }

    @Override
    public @Nullable Message<byte[]> handleErrorMessageToClient(Message<byte[]> errorMessage) {
        return errorMessage;
    }

    private static boolean isConnect(StompHeaderAccessor headers) {
        return headers.getCommand() == StompCommand.CONNECT
                || headers.getCommand() == StompCommand.STOMP;
    }

    private static ErrorReply undecodable(Throwable failure) {
        var reason = failure.getMessage();
        return reason != null && reason.contains(DECODER_LIMIT)
                ? ErrorReply.of(ErrorCode.MESSAGE_TOO_LARGE, "The frame is too large")
                : protocolError();
    }

    private static ErrorReply protocolError() {
        return ErrorReply.of(
                ErrorCode.PROTOCOL_ERROR, "The frame is not STOMP 1.2, or not expected here");
    }
}
