package io.venta.server.relay;

import io.venta.server.topic.Listeners;
import io.venta.server.topic.LiveTopic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to addresses of which nothing is retained: queues of users and sessions, and topics
 * that this node fills by itself. Changed by {@link Topics} under its lock, asked by anybody.
 */
final class Queues implements Listeners {

    private final Map<String, LiveTopic> live;
    private final Map<String, Subscribers> byAddress = new ConcurrentHashMap<>();

    Queues(Collection<LiveTopic> live) {
        this.live = live.stream().collect(Collectors.toMap(LiveTopic::family, Function.identity()));
    }

    /** Whether an address is one of these. */
    boolean has(String address) {
        return Address.topic(address) == null || isLive(address);
    }

    /** Whether it is of a family that this node fills by itself. */
    boolean isLive(String address) {
        var topic = Address.topic(address);
        return topic != null && live.containsKey(topic.family());
    }

    private @Nullable Outgoing opening(Subscription subscription, long id, long now) {
        var address = subscription.address();
        var topic = Address.topic(address);
        var family = topic == null ? null : live.get(topic.family());
        if (topic == null || family == null) {
            return null;
        }
        var type = family.openingType().wireName();
        var opening = family.opening(topic.key());
        return Outgoing.of(Delivery.of(address, type, opening, id, now), subscription, now);
    }

    /** Adds a subscription, and tells it how things stand where its topic does. */
    void add(Subscription subscription, long id, long now, Lanes lanes) {
        byAddress.computeIfAbsent(subscription.address(), _ -> new Subscribers()).add(subscription);
        var opening = opening(subscription, id, now);
        if (opening != null) {
            subscription.session().add(opening, now, lanes);
        }
    }

    void remove(Subscription subscription) {
        byAddress.computeIfPresent(
                subscription.address(), (_, all) -> all.remove(subscription) ? null : all);
    }

    /** Who listens to an address; null where nobody does. */
    @Nullable Subscribers of(String address) {
        return byAddress.get(address);
    }

    /** Who listens to an address, as it is now. */
    List<Subscription> all(String address) {
        var subscribers = byAddress.get(address);
        return subscribers == null ? List.of() : subscribers.copy();
    }

    @Override
    public boolean isHeard(String destination) {
        return byAddress.containsKey(destination);
    }

    int size() {
        return byAddress.size();
    }
}
