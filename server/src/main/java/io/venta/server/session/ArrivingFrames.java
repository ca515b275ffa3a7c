package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * The first to see a frame, before it is known who sent it.
 *
 * <p>Drops what a socket still has to say that was closed. An address from which too many sign-ins
 * have failed is refused without a look at its token.
 */
final class ArrivingFrames implements ChannelInterceptor {

    private final ClientSockets sockets;
    private final AddressRate failedSignIns;

    ArrivingFrames(ClientSockets sockets, AddressRate failedSignIns) {
        this.sockets = sockets;
        this.failedSignIns = failedSignIns;
    }

    @Override
    public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        var command = headers == null ? null : headers.getCommand();
        if (headers == null || command == null || command == StompCommand.DISCONNECT) {
            return message;
        }
        var socket = sockets.find(String.valueOf(headers.getSessionId()));
        if (socket == null) {
            return message;
        }
        if (socket.isClosing()) {
            return null;
        }
        socket.hearsFrame();
        if (isConnect(command)) {
            var wait = failedSignIns.closedFor(socket.address());
            if (!wait.isZero()) {
                throw new RejectedMessageException(
                        ErrorCode.CONNECTION_LIMIT_EXCEEDED,
                        "Too many sign-ins have failed from your address: come back in %d s"
                                .formatted(ConnectionLimits.inSeconds(wait)));
            }
        }
        return message;
    }

    @Override
    public void afterSendCompletion(
            Message<?> message, MessageChannel channel, boolean sent, @Nullable Exception failure) {
        if (failure == null) {
            return;
        }
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (headers != null && isConnect(headers.getCommand()) && isFailedSignIn(failure)) {
            var socket = sockets.find(String.valueOf(headers.getSessionId()));
            if (socket != null) {
                failedSignIns.take(socket.address(), _ -> {});
            }
        }
    }

    private static boolean isFailedSignIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RejectedMessageException rejection) {
                return rejection.code() == ErrorCode.AUTHENTICATION_FAILED;
            }
        }
        return false;
    }

    private static boolean isConnect(@Nullable StompCommand command) {
        return command == StompCommand.CONNECT || command == StompCommand.STOMP;
    }
}
