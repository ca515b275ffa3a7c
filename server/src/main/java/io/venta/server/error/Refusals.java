package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** Turns what went wrong with a client's frame into what the client is told. */
final class Refusals {

    private static final FailureLog log = new FailureLog(LoggerFactory.getLogger(Refusals.class));

    private Refusals() {}

    /** What the sender of a frame is told; without a word of the server's inside. */
    static ErrorReply of(Throwable failure, @Nullable Message<?> frame) {
        var rejection = rejectionIn(failure);
        var headers =
                frame == null
                        ? null
                        : MessageHeaderAccessor.getAccessor(frame, StompHeaderAccessor.class);
        var details = rejection.details();
        return new ErrorReply(
                rejection.code(),
                rejection.reason(),
                rejection.code().retryable(),
                headers == null ? null : Echo.of(headers.getDestination()),
                headers == null ? null : Echo.of(headers.getSubscriptionId()),
                headers == null ? null : Echo.of(headers.getReceipt()),
                details.isEmpty() ? null : details);
    }

    private static RejectedMessageException rejectionIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RejectedMessageException rejection -> {
                    return rejection;
                }
                case AccessDeniedException _ -> {
                    return reject(ErrorCode.AUTHORIZATION_FAILED, "You may not do this");
                }
                case AuthenticationException _ -> {
                    return reject(ErrorCode.AUTHENTICATION_FAILED, "Sign in first");
                }
                case MethodArgumentNotValidException _ -> {
                    return reject(ErrorCode.INVALID_MESSAGE, "A body is expected");
                }
                case StompConversionException _ -> {
                    return reject(ErrorCode.PROTOCOL_ERROR, "That is not a STOMP frame");
                }
                default -> {
                    // A wrapper, or something unforeseen: its cause decides.
                }
            }
        }
        log.warn("Failed to handle a client's frame", failure);
        return reject(ErrorCode.UNKNOWN_ERROR, "The server failed to handle this");
    }

    private static RejectedMessageException reject(ErrorCode code, String reason) {
        return new RejectedMessageException(code, reason);
    }
}
