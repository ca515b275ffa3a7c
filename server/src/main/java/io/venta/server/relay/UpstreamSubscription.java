package io.venta.server.relay;

import org.jspecify.annotations.Nullable;

/**
 * One of the few subscriptions of a node at the broker; each is a queue there.
 *
 * @param destination what to SUBSCRIBE to
 * @param probe a destination that it hears and nobody else asks for; null where nodes share the
 *     queue, so that each message comes to one of them and is settled by it
 */
record UpstreamSubscription(String destination, @Nullable String probe) {

    /** Of this node alone, gone with its connection, checked by probes. */
    static UpstreamSubscription own(String destination, String probe) {
        return new UpstreamSubscription(destination, probe);
    }

    /** A queue that is there for good, for the nodes together. */
    static UpstreamSubscription shared(String queue) {
        return new UpstreamSubscription("/amq/queue/" + queue, null);
    }

    boolean isShared() {
        return probe == null;
    }
}
