package io.venta.server.topic;

import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.server.error.RejectedMessageException;
import java.time.Instant;

/**
 * What a family of destinations, {@code /topic/<family>.<key>}, is: a feature implements it, the
 * relay consumes it.
 *
 * <p>All methods are called from any thread, often, and must not block.
 */
public interface TopicPolicy {

    /** First word of the routing key: {@code location}. */
    String family();

    /** What a body published to the family is. */
    MessageType type();

    /**
     * Checks a body, whoever published it, and finds its key's version in it.
     *
     * @throws RejectedMessageException if it is not what the family carries; it reaches nobody
     */
    RetainedValue check(String key, byte[] body);

    /**
     * A value became the last known one of its key. The node that the key falls to is told; while
     * nodes come and go several may be, or for some seconds none.
     */
    default void kept(RetainedValue value) {}

    /** A key's values up to a version were removed; every node is told. */
    default void removed(String key, Instant upTo) {}

    /** The destination of one key. */
    default String destination(String key) {
        return Destinations.TOPIC + '/' + family() + '.' + key;
    }
}
