package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.SessionReplies;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * Answers a SEND that carries a {@code receipt} header: a RECEIPT once the controller has accepted
 * it and the broker has confirmed what it published, an error if either fails.
 */
final class SendReceipts implements ExecutorChannelInterceptor {

    private static final long CONFIRM_SECONDS = 10;

    private final Supplier<ClientSessions> sessions;
    private final SessionReplies replies;

    SendReceipts(Supplier<ClientSessions> sessions, SessionReplies replies) {
        this.sessions = sessions;
        this.replies = replies;
    }

    @Override
    public Message<?> beforeHandle(
            Message<?> message, MessageChannel channel, MessageHandler handler) {
        if (handler instanceof SimpAnnotationMethodMessageHandler && receiptOf(message) != null) {
            SendScope.open();
        }
        return message;
    }

    @Override
    public void afterMessageHandled(
            Message<?> message,
            MessageChannel channel,
            MessageHandler handler,
            @Nullable Exception failure) {
        var scope = SendScope.current();
        if (scope == null || !(handler instanceof SimpAnnotationMethodMessageHandler)) {
            return;
        }
        SendScope.close();
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (headers != null && failure == null && !scope.isRefused()) {
            answerWhenConfirmed(scope, headers);
        }
    }

    private void answerWhenConfirmed(SendScope scope, StompHeaderAccessor headers) {
        var sessionId = String.valueOf(headers.getSessionId());
        var receipt = String.valueOf(headers.getReceipt());
        var destination = headers.getDestination();
        var unused =
                scope.confirmation()
                        .orTimeout(CONFIRM_SECONDS, TimeUnit.SECONDS)
                        .whenComplete(
                                (_, lost) -> {
                                    if (lost != null) {
                                        replies.refuse(
                                                sessionId, unconfirmed(destination, receipt));
                                        return;
                                    }
                                    sessions.get()
                                            .find(sessionId)
                                            .ifPresent(
                                                    session ->
                                                            session.send(Frames.receipt(receipt)));
                                });
    }

    private static ErrorReply unconfirmed(@Nullable String destination, String receipt) {
        return new ErrorReply(
                ErrorCode.SERVICE_DEGRADED,
                "The broker did not confirm it",
                true,
                destination,
                null,
                receipt,
                null);
    }

    private static @Nullable String receiptOf(Message<?> message) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        return headers != null && headers.getCommand() == StompCommand.SEND
                ? headers.getReceipt()
                : null;
    }
}
