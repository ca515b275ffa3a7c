package io.venta.server.relay;

import io.venta.model.Destinations;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * The broker that Spring's channels see, in place of its simple broker and its relay with a
 * connection a client.
 *
 * <p>What clients subscribe to is held here, for this node alone; what is published goes upstream
 * and comes back to all nodes over one connection, whatever the number of clients. When upstream is
 * lost, clients stay connected and retained values still serve; publishing is refused as retryable
 * until it is back. Then this node reads the last known values again, so that what it missed
 * reaches its subscribers; an update that was overtaken by a newer one meanwhile is never heard of.
 *
 * <p>Client frames are handled on the thread that read them, in order. A publish and a subscription
 * that happen at the same time may come in either order, but what is published after the
 * subscription's RECEIPT is not missed.
 */
final class RelayMessageHandler extends AbstractBrokerMessageHandler {

    private final ClientFrames clientFrames;
    private final Publisher publisher;
    private final UpstreamLink link;

    RelayMessageHandler(
            SubscribableChannel inbound,
            MessageChannel outbound,
            SubscribableChannel brokerChannel,
            ClientFrames clientFrames,
            Publisher publisher,
            UpstreamLink link) {
        super(inbound, outbound, brokerChannel);
        this.clientFrames = clientFrames;
        this.publisher = publisher;
        this.link = link;
    }

    @Override
    protected void startInternal() {
        link.start();
        publishBrokerAvailableEvent();
    }

    @Override
    protected void stopInternal() {
        publishBrokerUnavailableEvent();
        link.stop();
    }

    @Override
    protected void handleMessageInternal(Message<?> message) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        if (headers != null && headers.getCommand() != null && headers.getSessionId() != null) {
            clientFrames.handle(headers);
            if (subscribesToErrors(headers)) {
                link.tell(headers.getSessionId());
            }
        } else if (isFromGateway(message)) {
            publisher.publish(message);
        }
    }

    private static boolean subscribesToErrors(StompHeaderAccessor headers) {
        return headers.getCommand() == StompCommand.SUBSCRIBE
                && Destinations.ERRORS.equals(headers.getDestination());
    }

    private static boolean isFromGateway(Message<?> message) {
        var headers = SimpMessageHeaderAccessor.wrap(message);
        var destination = headers.getDestination();
        return headers.getMessageType() == SimpMessageType.MESSAGE
                && destination != null
                && !destination.startsWith(Destinations.APP);
    }
}
