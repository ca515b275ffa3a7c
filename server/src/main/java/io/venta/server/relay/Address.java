package io.venta.server.relay;

import io.venta.model.Destinations;
import org.jspecify.annotations.Nullable;

/**
 * Where messages are kept apart inside a node: topics by their destination, a user's queues by the
 * user, a session's by the session.
 */
final class Address {

    /** Where a node tells all nodes something for a user; the user's key follows. */
    static final String USERS = "/exchange/gateway/user.";

    private static final String QUEUE = "/queue/";

    private Address() {}

    /** The address that a session's SUBSCRIBE to a destination means. */
    static String of(String destination, ClientSession session) {
        return switch (destination) {
            case Destinations.NOTIFICATIONS -> ofUser(session.userKey().value());
            case Destinations.ERRORS, Destinations.REPLIES -> ofSession(session.id(), destination);
            default -> destination;
        };
    }

    static String ofSession(String sessionId, String destination) {
        return "/session/" + sessionId + queue(destination);
    }

    /** A user's notifications. */
    static String ofUser(String userKey) {
        return Destinations.USER + '/' + userKey + queue(Destinations.NOTIFICATIONS);
    }

    /**
     * Where all nodes hear of what is sent to {@code /user/<key>/queue/notifications}; the one
     * queue that a user has on every node.
     */
    static String upstreamOfUser(String destination) {
        var start = Destinations.USER.length() + 1;
        return USERS + destination.substring(start, destination.indexOf(QUEUE));
    }

    /** The family and key of {@code /topic/<family>.<key>}; null for anything else. */
    static @Nullable TopicName topic(String destination) {
        var start = Destinations.TOPIC.length() + 1;
        var dot = destination.indexOf('.', start);
        return destination.startsWith(Destinations.TOPIC + '/') && dot > start
                ? new TopicName(destination.substring(start, dot), destination.substring(dot + 1))
                : null;
    }

    /** What a client calls an address. */
    static String client(String address) {
        return topic(address) == null ? Destinations.USER + queue(address) : address;
    }

    private static String queue(String destination) {
        return destination.substring(destination.indexOf(QUEUE));
    }

    /**
     * A topic's two parts.
     *
     * @param family which policy it is under
     * @param key which of the family
     */
    record TopicName(String family, String key) {

        /** Whether it means every key of the family. */
        boolean isEverything() {
            return key.equals("*");
        }
    }
}
