package io.venta.server.relay;

import io.venta.server.topic.TopicPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who listens to which topics of a family, and who to all. Guarded by {@link Topics}. */
final class Family {

    private final TopicPolicy policy;
    private final Map<String, Subscribers> byKey = new HashMap<>();
    private final Subscribers ofAll = new Subscribers();

    Family(TopicPolicy policy) {
        this.policy = policy;
    }

    String name() {
        return policy.family();
    }

    TopicPolicy policy() {
        return policy;
    }

    /** Who listens to every topic. */
    Subscribers ofAll() {
        return ofAll;
    }

    /** Who listens to a topic; null where nobody does. */
    @Nullable Subscribers of(String key) {
        return byKey.get(key);
    }

    void add(Subscription subscription, Address.TopicName name) {
        if (name.isEverything()) {
            ofAll.add(subscription);
        } else {
            byKey.computeIfAbsent(name.key(), _ -> new Subscribers()).add(subscription);
        }
    }

    void remove(Subscription subscription, Address.TopicName name) {
        if (name.isEverything()) {
            ofAll.remove(subscription);
        } else {
            byKey.computeIfPresent(name.key(), (_, all) -> all.remove(subscription) ? null : all);
        }
    }

    /** How many topics somebody listens to; all of them are one. */
    int listenedTo() {
        return byKey.size() + (ofAll.isEmpty() ? 0 : 1);
    }
}
