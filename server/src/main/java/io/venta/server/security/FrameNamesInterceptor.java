package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.Echo;
import io.venta.server.error.RejectedMessageException;
import java.util.List;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * Refuses names that would be kept and repeated though they are no names: a subscription's id comes
 * with every MESSAGE, on every watcher's connection.
 */
final class FrameNamesInterceptor implements ChannelInterceptor {

    private static final List<String> NAMES = List.of("id", "receipt");

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (headers != null) {
            for (var header : NAMES) {
                var name = headers.getFirstNativeHeader(header);
                if (name != null && !Echo.isFit(name)) {
                    throw new RejectedMessageException(
                            ErrorCode.INVALID_MESSAGE,
                            "The header "
                                    + header
                                    + " has at most "
                                    + Echo.MAX_LENGTH
                                    + " characters, none of them a control character");
                }
            }
        }
        return message;
    }
}
