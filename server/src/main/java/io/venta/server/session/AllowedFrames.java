package io.venta.server.session;

import io.venta.model.Destinations;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;

/**
 * Sees the frames that a user may send, and asks whether they come too often.
 *
 * <p>A SEND costs one event; of an array its controller takes the rest from the {@link
 * EventBudget}, once it has read how many there are.
 */
final class AllowedFrames implements ChannelInterceptor {

    /** What programs send without anybody doing anything. */
    private static final Set<String> BY_ITSELF =
            Set.of(
                    Destinations.SESSION_PING,
                    Destinations.SESSION_REFRESH,
                    "/app/notification.received");

    private final ClientSockets sockets;
    private final ConnectionLimits connections;
    private final EventBudget events;

    AllowedFrames(ClientSockets sockets, ConnectionLimits connections, EventBudget events) {
        this.sockets = sockets;
        this.connections = connections;
        this.events = events;
    }

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var headers = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        var socket = headers == null ? null : sockets.find(String.valueOf(headers.getSessionId()));
        if (headers == null || socket == null) {
            return message;
        }
        var user = headers.getUser();
        if (user != null) {
            socket.conduct().isOf(user);
        }
        switch (headers.getCommand()) {
            case CONNECT, STOMP -> letIn(socket, user);
            case SUBSCRIBE -> socket.conduct().subscribes();
            case UNSUBSCRIBE -> socket.conduct().unsubscribes();
            case SEND -> sends(socket, headers);
            case null, default -> {
                // Heart-beats are counted where they are read; DISCONNECT comes once.
            }
        }
        return message;
    }

    private void letIn(ClientSocket socket, @Nullable Principal user) {
        if (user != null) {
            connections.enter(socket, user);
            if (sockets.find(socket.getId()) == null) {
                // It closed meanwhile, on another thread: nobody else would give its place away.
                connections.leave(socket);
            }
            socket.letIn();
        }
    }

    private void sends(ClientSocket socket, StompHeaderAccessor headers) {
        var user = headers.getUser();
        var destination = headers.getDestination();
        if (user != null && destination != null) {
            if (!BY_ITSELF.contains(destination)) {
                socket.acts();
            }
            events.spend(user, EventKind.of(destination), 1);
        }
    }
}
