package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Local subscriptions and retained values, and how one meets the other.
 *
 * <p>One lock holds the order together: a subscriber gets the retained values, its RECEIPT, and
 * then everything that is newer, nothing twice and nothing missed in between. Under the lock
 * references are queued, some fifty nanoseconds a subscriber; nothing is encoded or written. Who
 * publishes flushes the {@link Lanes} afterwards. Finding a message's subscribers takes one look-up
 * however many sessions there are.
 */
final class Topics {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Family> families;
    private final Queues queues;
    private final Retained retained;
    private final Lanes lanes;
    private long messageIds;
    private long evicted;

    Topics(Collection<TopicPolicy> policies, Lanes lanes) {
        this(policies, new Queues(List.of()), 1_000_000, lanes);
    }

    /** Topics that retain the values of so many keys at most. */
    Topics(Collection<TopicPolicy> policies, Queues queues, int maxKeys, Lanes lanes) {
        this.families =
                policies.stream()
                        .map(Family::new)
                        .collect(Collectors.toMap(Family::name, Function.identity()));
        this.queues = queues;
        this.retained = new Retained(families.keySet(), maxKeys);
        this.lanes = lanes;
    }

    List<TopicPolicy> policies() {
        return families.values().stream().map(Family::policy).toList();
    }

    /**
     * The policy of a family.
     *
     * @throws RejectedMessageException if there is no such family
     */
    TopicPolicy policy(String family) {
        return family(family).policy();
    }

    /** Adds a subscription; what is retained, then the receipt, goes out before anything live. */
    void subscribe(Subscription subscription, byte @Nullable [] receipt) {
        var session = subscription.session();
        var now = System.nanoTime();
        locked(
                () -> {
                    add(subscription, now);
                    if (receipt != null) {
                        session.add(Outgoing.of(receipt, now), now, lanes);
                    }
                });
        lanes.flush();
    }

    void unsubscribe(Subscription subscription) {
        subscription.end();
        locked(
                () -> {
                    var address = subscription.address();
                    var topic = Address.topic(address);
                    if (topic == null || queues.has(address)) {
                        queues.remove(subscription);
                    } else {
                        family(topic.family()).remove(subscription, topic);
                    }
                });
    }

    /**
     * Takes a topic's value: retains it and hands it to the subscribers, if it is newer than the
     * one known, or than the last removal. Of too many keys the longest unheard of gives way.
     *
     * @return whether it was newer
     */
    boolean accept(TopicPolicy policy, RetainedValue value) {
        var now = System.nanoTime();
        lock.lock();
        try {
            if (!retained.accept(policy.family(), value)) {
                return false;
            }
            deliver(family(policy.family()), value.key(), policy.type(), value.body(), now);
            for (var key = retained.excess(); key != null; key = retained.excess()) {
                forget(key, now);
                evicted++;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a topic's value and tells the subscribers. What was published before is not let in.
     *
     * @param at when this node heard of it
     * @return up to which version values are gone
     */
    Instant remove(TopicPolicy policy, String key, Instant at, byte[] body) {
        var now = System.nanoTime();
        return locked(
                () -> {
                    var upTo = retained.remove(policy.family(), key, at);
                    deliver(family(policy.family()), key, MessageType.VENDOR_REMOVED, body, now);
                    return upTo;
                });
    }

    /** Takes a removal that this node may have missed; what is newer than it stays. */
    void removeIfOlder(TopicPolicy policy, String key, Instant upTo) {
        var now = System.nanoTime();
        locked(
                () -> {
                    if (retained.removeIfOlder(policy.family(), key, upTo)) {
                        removed(family(policy.family()), key, now);
                    }
                });
        lanes.flush();
    }

    /**
     * Forgets, in all families, keys that none has heard of since a moment, and tells the
     * subscribers.
     *
     * @return how many, {@code most} at most
     */
    int forgetUnheardSince(Instant moment, int most) {
        var now = System.nanoTime();
        var forgotten =
                locked(
                        () -> {
                            var count = 0;
                            for (var key = retained.unheardSince(moment);
                                    key != null && count < most;
                                    key = retained.unheardSince(moment)) {
                                forget(key, now);
                                count++;
                            }
                            return count;
                        });
        lanes.flush();
        return forgotten;
    }

    /** The retained values of a family as they are now. */
    List<RetainedValue> retained(TopicPolicy policy) {
        return locked(() -> List.copyOf(retained.values(policy.family())));
    }

    /** How many keys have given way to others since the start. */
    long evicted() {
        return locked(() -> evicted);
    }

    /**
     * Hands a message to all that subscribed to a user's or a session's queue.
     *
     * @param client the client's name for the queue
     * @return how many those were
     */
    int send(String address, String client, String type, byte[] body) {
        var now = System.nanoTime();
        return locked(
                () -> {
                    var subscribers = queues.of(address);
                    var delivery = Delivery.of(client, type, body, ++messageIds, now);
                    deliver(subscribers, delivery, now);
                    return subscribers == null ? 0 : subscribers.size();
                });
    }

    /** Who subscribed to a user's or a session's queue. */
    List<Subscription> subscribers(String address) {
        return locked(() -> queues.all(address));
    }

    /** How many addresses somebody has subscribed to. */
    int size() {
        return locked(
                () ->
                        queues.size()
                                + families.values().stream().mapToInt(Family::listenedTo).sum());
    }

    private void add(Subscription subscription, long now) {
        var address = subscription.address();
        var topic = Address.topic(address);
        if (topic == null || queues.has(address)) {
            queues.add(subscription, ++messageIds, now, lanes);
            return;
        }
        var family = family(topic.family());
        if (topic.isEverything()) {
            retained.values(family.name())
                    .forEach(value -> retained(family, value, subscription, now));
        } else {
            retained(family, retained.find(family.name(), topic.key()), subscription, now);
        }
        family.add(subscription, topic);
    }

    private void retained(
            Family family, @Nullable RetainedValue value, Subscription subscription, long now) {
        if (value != null) {
            var delivery =
                    Delivery.newest(
                            family.policy().destination(value.key()),
                            family.policy().type().wireName(),
                            value.body(),
                            true,
                            ++messageIds,
                            now);
            var outgoing = Outgoing.of(delivery, subscription, now);
            subscription.session().add(outgoing, now, lanes);
        }
    }

    private void forget(String key, long now) {
        retained.forget(key).forEach(family -> removed(family(family), key, now));
    }

    /** Keys are vendors' ids; there is nothing in them to escape. */
    private void removed(Family family, String key, long now) {
        var body = ("{\"vendorId\":\"" + key + "\"}").getBytes(StandardCharsets.UTF_8);
        deliver(family, key, MessageType.VENDOR_REMOVED, body, now);
    }

    private void deliver(Family family, String key, MessageType type, byte[] body, long now) {
        var subscribers = family.of(key);
        if (subscribers == null && family.ofAll().isEmpty()) {
            return;
        }
        var destination = family.policy().destination(key);
        var delivery =
                Delivery.newest(destination, type.wireName(), body, false, ++messageIds, now);
        deliver(subscribers, delivery, now);
        deliver(family.ofAll(), delivery, now);
    }

    private void deliver(@Nullable Subscribers subscribers, Delivery delivery, long now) {
        if (subscribers != null) {
            subscribers.forEach(
                    subscription ->
                            subscription.session().deliver(subscription, delivery, now, lanes));
        }
    }

    private Family family(String name) {
        var family = families.get(name);
        if (family == null) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "No topics are called " + name);
        }
        return family;
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
