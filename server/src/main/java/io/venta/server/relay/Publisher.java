package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.server.error.JsonPayloads;
import java.util.Map;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;

/**
 * Takes what features send through Spring's messaging template: topics and a user's queues go
 * upstream, a session's queues stay on this node.
 */
final class Publisher {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final Topics topics;
    private final ClientSessions sessions;
    private final Upstream upstream;
    private final JsonPayloads payloads;

    Publisher(Topics topics, ClientSessions sessions, Upstream upstream, JsonPayloads payloads) {
        this.topics = topics;
        this.sessions = sessions;
        this.upstream = upstream;
        this.payloads = payloads;
    }

    void publish(Message<?> message) {
        var accessor = SimpMessageHeaderAccessor.wrap(message);
        var destination = String.valueOf(accessor.getDestination());
        var sessionId = accessor.getSessionId();
        var type = String.valueOf(accessor.getFirstNativeHeader(MessageType.HEADER));
        var body = (byte[]) message.getPayload();
        if (sessionId != null) {
            toSession(sessionId, new Delivery(destination, type, body, false));
        } else if (destination.startsWith(Destinations.USER + '/')) {
            var headers = Map.of("content-type", "application/json", MessageType.HEADER, type);
            SendScope.await(upstream.publish(Arrivals.TO_USER + user(destination), body, headers));
        } else {
            SendScope.await(upstream.publish(upstreamDestination(destination, type), body, JSON));
        }
    }

    /** A user's key has no slash in it. */
    private static String user(String destination) {
        var start = Destinations.USER.length() + 1;
        var end = destination.indexOf('/', start);
        return end < 0 ? "" : destination.substring(start, end);
    }

    private static String upstreamDestination(String destination, String type) {
        return MessageType.VENDOR_REMOVED.wireName().equals(type)
                ? Arrivals.REMOVED + destination.substring(Destinations.TOPIC.length() + 1)
                : destination;
    }

    private void toSession(String sessionId, Delivery delivery) {
        var isRefusal = MessageType.ERROR.wireName().equals(delivery.type());
        if (isRefusal) {
            SendScope.refuse();
        }
        var address = Address.ofSession(sessionId, delivery.destination());
        var heard = topics.send(address, delivery);
        if (isRefusal && heard == 0) {
            sessions.find(sessionId).ifPresent(session -> session.fail(lastWord(delivery.body())));
        }
    }

    /** Nothing is refused in silence: who has no queue for errors hears it as the last thing. */
    private ErrorReply lastWord(byte[] refusal) {
        var reply = payloads.read(refusal, ErrorReply.class);
        var code = reply.retryable() ? ErrorCode.CONNECTION_ERROR : ErrorCode.PROTOCOL_ERROR;
        var reason = reply.code() + " (subscribe to " + Destinations.ERRORS + " to stay): ";
        return new ErrorReply(
                code,
                reason + reply.message(),
                reply.retryable(),
                null,
                null,
                reply.receipt(),
                null);
    }
}
