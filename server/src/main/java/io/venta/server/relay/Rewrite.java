package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * One pass over the retained values that writes those of some keys to the store once more, in
 * portions. What the store has newer, or removed, it keeps so. A portion that fails is tried again.
 */
final class Rewrite {

    private static final int PORTION = 2000;

    private final LastKnownValues store;
    private final Topics topics;
    private final Predicate<String> keys;
    private final Iterator<TopicPolicy> policies;
    private String family = "";
    private Iterator<RetainedValue> values = List.<RetainedValue>of().iterator();
    private List<RetainedValue> portion = List.of();

    Rewrite(LastKnownValues store, Topics topics, Predicate<String> keys) {
        this.store = store;
        this.topics = topics;
        this.keys = keys;
        this.policies = topics.policies().iterator();
    }

    Predicate<String> keys() {
        return keys;
    }

    /** Writes the next portion; answers whether there is more. */
    boolean writeSome() {
        if (portion.isEmpty()) {
            portion = nextPortion();
        }
        if (portion.isEmpty()) {
            return false;
        }
        store.keep(family, portion);
        portion = List.of();
        return true;
    }

    private List<RetainedValue> nextPortion() {
        var next = new ArrayList<RetainedValue>();
        while (next.isEmpty() && (values.hasNext() || policies.hasNext())) {
            if (!values.hasNext()) {
                var policy = policies.next();
                family = policy.family();
                values = topics.retained(policy).iterator();
            }
            while (values.hasNext() && next.size() < PORTION) {
                var value = values.next();
                if (keys.test(value.key())) {
                    next.add(value);
                }
            }
        }
        return next;
    }
}
