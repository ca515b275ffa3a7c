package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.server.topic.SubscriptionCounts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by going through the sessions: rarely asked, it must cost nothing in between. */
final class SessionSubscriptionCounts implements SubscriptionCounts {

    private static final Comparator<Map.Entry<String, Integer>> LARGEST_FIRST =
            Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private final ClientSessions sessions;

    SessionSubscriptionCounts(ClientSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public int of(String session) {
        return sessions.find(session).map(known -> known.subscriptions().size()).orElse(0);
    }

    @Override
    public Map<String, Integer> largest(int most) {
        var members = new HashMap<String, Integer>();
        for (var session : sessions.all()) {
            for (var subscription : session.subscriptions().values()) {
                if (subscription.address().startsWith(Destinations.TOPIC)) {
                    members.merge(subscription.address(), 1, Integer::sum);
                }
            }
        }
        var largest = new LinkedHashMap<String, Integer>();
        members.entrySet().stream()
                .sorted(LARGEST_FIRST)
                .limit(most)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }
}
