package io.venta.server.topic;

import io.venta.model.Destinations;
import io.venta.model.MessageType;

/**
 * A family of topics, {@code /topic/<family>.<key>}, that each node fills for its own subscribers:
 * who subscribes hears first how things stand, then what changes. Nothing of it crosses the broker.
 *
 * <p>What a feature sends to such a topic through Spring's messaging template reaches the node's
 * subscribers of exactly that topic, in order. What changes while somebody subscribes may be in the
 * opening and come again, so a change must bear being heard twice.
 */
public interface LiveTopic {

    /** First word of the routing key: {@code presence}. */
    String family();

    /** What the body of an opening is. */
    MessageType openingType();

    /**
     * What a subscriber of a key hears first: JSON, never changed any more. From memory, at once,
     * from any thread: others wait.
     */
    byte[] opening(String key);

    /** The destination of one key. */
    default String destination(String key) {
        return Destinations.TOPIC + '/' + family() + '.' + key;
    }
}
