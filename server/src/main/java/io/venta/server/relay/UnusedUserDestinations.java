package io.venta.server.relay;

import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;
import org.springframework.messaging.simp.user.UserDestinationResolver;

/**
 * Stands where Spring's configuration wants a handler of user destinations, and never starts:
 * Spring's own would turn each one into a destination a session, and leak their queues at the
 * broker.
 */
final class UnusedUserDestinations extends UserDestinationMessageHandler {

    UnusedUserDestinations(
            SubscribableChannel inbound,
            SubscribableChannel broker,
            UserDestinationResolver resolver) {
        super(inbound, broker, resolver);
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
