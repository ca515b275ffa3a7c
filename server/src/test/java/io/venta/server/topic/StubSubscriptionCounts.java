package io.venta.server.topic;

import java.util.HashMap;
import java.util.Map;

/** Counts as a test sets them. */
public final class StubSubscriptionCounts implements SubscriptionCounts {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> members = new HashMap<>();

    /** Says how many a session has. */
    public void set(String session, int subscriptions) {
        counts.put(session, subscriptions);
    }

    /** Says how many a topic has. */
    public void members(String topic, int subscribers) {
        members.put(topic, subscribers);
    }

    @Override
    public int of(String session) {
        return counts.getOrDefault(session, 0);
    }

    @Override
    public Map<String, Integer> largest(int most) {
        return members;
    }
}
