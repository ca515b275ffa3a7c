package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/**
 * Local subscriptions and retained values, and how one meets the other.
 *
 * <p>One lock holds the order together: a subscriber gets the retained values, its RECEIPT, and
 * then everything that is newer, nothing twice and nothing missed in between. Under the lock frames
 * are only queued, never written.
 */
final class Topics {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Set<Subscription>> subscribers = new HashMap<>();
    private final Map<String, Map<String, RetainedValue>> retained;
    private final Map<String, TopicPolicy> policies;

    Topics(Collection<TopicPolicy> policies) {
        this.policies =
                policies.stream()
                        .collect(Collectors.toMap(TopicPolicy::family, Function.identity()));
        this.retained =
                policies.stream()
                        .collect(Collectors.toMap(TopicPolicy::family, _ -> new HashMap<>()));
    }

    Collection<TopicPolicy> policies() {
        return policies.values();
    }

    /**
     * The policy of a family.
     *
     * @throws RejectedMessageException if there is no such family
     */
    TopicPolicy policy(String family) {
        var policy = policies.get(family);
        if (policy == null) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "No topics are called " + family);
        }
        return policy;
    }

    /** Adds a subscription; what is retained, then the receipt, goes out before anything live. */
    void subscribe(Subscription subscription, @Nullable Message<byte[]> receipt) {
        var session = subscription.session();
        locked(
                () -> {
                    retainedFor(subscription.address())
                            .forEach(
                                    delivery ->
                                            session.sendUnbounded(
                                                    Frames.message(subscription, delivery)));
                    if (receipt != null) {
                        session.sendUnbounded(receipt);
                    }
                    subscribers
                            .computeIfAbsent(subscription.address(), _ -> new LinkedHashSet<>())
                            .add(subscription);
                });
    }

    void unsubscribe(Subscription subscription) {
        locked(
                () ->
                        subscribers.computeIfPresent(
                                subscription.address(),
                                (_, all) -> {
                                    all.remove(subscription);
                                    return all.isEmpty() ? null : all;
                                }));
    }

    /**
     * Takes a topic's value: retains it and hands it to the subscribers, if it is newer than the
     * one known.
     *
     * @return whether it was newer
     */
    boolean accept(TopicPolicy policy, RetainedValue value) {
        lock.lock();
        try {
            var values = retained.get(policy.family());
            var old = values == null ? null : values.get(value.key());
            if (values == null || (old != null && !value.isNewerThan(old))) {
                return false;
            }
            values.put(value.key(), value);
            deliver(policy, value.key(), policy.type(), value.body());
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a topic's value and tells the subscribers. */
    void remove(TopicPolicy policy, String key, byte[] body) {
        locked(
                () -> {
                    retained.getOrDefault(policy.family(), Map.of()).remove(key);
                    deliver(policy, key, MessageType.VENDOR_REMOVED, body);
                });
    }

    /**
     * Hands a message to all that subscribed to an address.
     *
     * @return how many those were
     */
    int send(String address, Delivery delivery) {
        lock.lock();
        try {
            var all = subscribers.getOrDefault(address, Set.of());
            all.forEach(
                    subscription ->
                            subscription.session().send(Frames.message(subscription, delivery)));
            return all.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many addresses somebody has subscribed to. */
    int size() {
        lock.lock();
        try {
            return subscribers.size();
        } finally {
            lock.unlock();
        }
    }

    private void deliver(TopicPolicy policy, String key, MessageType type, byte[] body) {
        var destination = policy.destination(key);
        var delivery = new Delivery(destination, type.wireName(), body, false);
        send(destination, delivery);
        send(policy.destination("*"), delivery);
    }

    private List<Delivery> retainedFor(String address) {
        var topic = Address.topic(address);
        if (topic == null) {
            return List.of();
        }
        var policy = policy(topic.family());
        var values = retained.getOrDefault(topic.family(), Map.of());
        if (topic.key().equals("*")) {
            return values.values().stream().map(value -> retained(policy, value)).toList();
        }
        var value = values.get(topic.key());
        return value == null ? List.of() : List.of(retained(policy, value));
    }

    private static Delivery retained(TopicPolicy policy, RetainedValue value) {
        var destination = policy.destination(value.key());
        return new Delivery(destination, policy.type().wireName(), value.body(), true);
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
