package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.UserKey;
import org.jspecify.annotations.Nullable;

/**
 * Where messages are kept apart inside a node: topics by their destination, a user's queues by the
 * user, a session's by the session.
 */
final class Address {

    private static final String QUEUE = "/queue/";

    private Address() {}

    /** The address that a session's SUBSCRIBE to a destination means. */
    static String of(String destination, ClientSession session) {
        return switch (destination) {
            case Destinations.NOTIFICATIONS -> ofUser(session.userKey(), destination);
            case Destinations.ERRORS, Destinations.REPLIES -> ofSession(session.id(), destination);
            default -> destination;
        };
    }

    static String ofSession(String sessionId, String destination) {
        return "/session/" + sessionId + queueOf(destination);
    }

    static String ofUser(UserKey user, String destination) {
        return Destinations.USER + '/' + user.value() + queueOf(destination);
    }

    /**
     * The client's name for a queue: {@code /user/alice/queue/x} is {@code /user/queue/x} to Alice.
     */
    static String clientDestination(String destination) {
        return Destinations.USER + queueOf(destination);
    }

    /** The family and key of {@code /topic/<family>.<key>}; null for anything else. */
    static @Nullable TopicName topic(String destination) {
        var start = Destinations.TOPIC.length() + 1;
        var dot = destination.indexOf('.', start);
        return destination.startsWith(Destinations.TOPIC + '/') && dot > start
                ? new TopicName(destination.substring(start, dot), destination.substring(dot + 1))
                : null;
    }

    /** {@code /queue/x} of {@code /user/queue/x}. */
    static String queueOf(String destination) {
        return destination.substring(destination.indexOf(QUEUE));
    }

    /**
     * A topic's two parts.
     *
     * @param family which policy it is under
     * @param key which of the family
     */
    record TopicName(String family, String key) {}
}
