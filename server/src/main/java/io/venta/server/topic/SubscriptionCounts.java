package io.venta.server.topic;

import java.util.Map;

/** How many subscriptions this node's clients have. Thread-safe; takes no lock. */
public interface SubscriptionCounts {

    /** How many a session has; zero where there is no such session. */
    int of(String session);

    /** How many members each topic has, of those with the most; queues of users are no topics. */
    Map<String, Integer> largest(int most);
}
