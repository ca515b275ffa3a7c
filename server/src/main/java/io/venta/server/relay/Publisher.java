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
 * Takes what features send through Spring's messaging template: what is for a topic or a user goes
 * upstream, so that every node hears it; a session's queues and live topics stay on this node.
 */
final class Publisher {

    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";

    private final Topics topics;
    private final Queues queues;
    private final ClientSessions sessions;
    private final Upstream upstream;
    private final JsonPayloads payloads;
    private final Lanes lanes;

    Publisher(
            Topics topics,
            Queues queues,
            ClientSessions sessions,
            Upstream upstream,
            JsonPayloads payloads,
            Lanes lanes) {
        this.topics = topics;
        this.queues = queues;
        this.sessions = sessions;
        this.upstream = upstream;
        this.payloads = payloads;
        this.lanes = lanes;
    }

    void publish(Message<?> message) {
        var accessor = SimpMessageHeaderAccessor.wrap(message);
        var destination = String.valueOf(accessor.getDestination());
        var sessionId = accessor.getSessionId();
        var type = typeOf(accessor);
        var body = (byte[]) message.getPayload();
        if (sessionId != null) {
            toSession(sessionId, destination, type, body);
        } else if (queues.isLive(destination)) {
            topics.send(destination, destination, type, body);
        } else {
            SendScope.await(
                    upstream.publish(
                            upstreamDestination(destination, type),
                            body,
                            headers(destination, type)));
        }
        lanes.flush();
    }

    private static String typeOf(SimpMessageHeaderAccessor accessor) {
        var type = accessor.getFirstNativeHeader(MessageType.HEADER);
        return type == null ? MessageType.NOTIFICATION.wireName() : type;
    }

    /** What a topic's message is, its destination says. */
    private static Map<String, String> headers(String destination, String type) {
        return destination.startsWith(Destinations.USER)
                ? Map.of(CONTENT_TYPE, JSON, MessageType.HEADER, type)
                : Map.of(CONTENT_TYPE, JSON);
    }

    private static String upstreamDestination(String destination, String type) {
        if (destination.startsWith(Destinations.USER + '/')) {
            return Address.upstreamOfUser(destination);
        }
        return MessageType.VENDOR_REMOVED.wireName().equals(type)
                ? Arrivals.REMOVED + destination.substring(Destinations.TOPIC.length() + 1)
                : destination;
    }

    private void toSession(String sessionId, String destination, String type, byte[] body) {
        var isRefusal = MessageType.ERROR.wireName().equals(type);
        if (isRefusal) {
            SendScope.refuse();
        }
        var heard = topics.send(Address.ofSession(sessionId, destination), destination, type, body);
        lanes.flush();
        if (isRefusal && heard == 0) {
            sessions.find(sessionId).ifPresent(session -> sessions.fail(session, lastWord(body)));
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
