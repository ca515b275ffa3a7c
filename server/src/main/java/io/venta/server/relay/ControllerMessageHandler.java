package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.Set;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageMappingInfo;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.web.socket.messaging.WebSocketAnnotationMethodMessageHandler;

/**
 * Spring's way of a SEND to its controller. One that no controller takes, as of a part of the
 * contract that this server does not have, is refused; Spring alone would forget it without a word.
 */
final class ControllerMessageHandler extends WebSocketAnnotationMethodMessageHandler {

    ControllerMessageHandler(
            SubscribableChannel inbound,
            MessageChannel outbound,
            SimpMessageSendingOperations messaging) {
        super(inbound, outbound, messaging);
    }

    @Override
    protected void handleNoMatch(
            Set<SimpMessageMappingInfo> mappings, String destination, Message<?> message) {
        throw new RejectedMessageException(
                ErrorCode.INVALID_MESSAGE, "This server does not take " + destination);
    }
}
