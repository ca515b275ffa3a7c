package io.venta.server.relay;

import io.venta.server.topic.RetainedValue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of each key of each family, of so many keys at most. Guarded by {@link Topics}.
 *
 * <p>A key is a vendor: it is heard of where any family hears of it, and goes from all at once.
 */
final class Retained {

    private final Map<String, Family> families;
    private final HeardOrder order = new HeardOrder();
    private final int maxKeys;

    Retained(Collection<String> families, int maxKeys) {
        this.families = families.stream().collect(Collectors.toMap(name -> name, Family::new));
        this.maxKeys = maxKeys;
    }

    Collection<RetainedValue> values(String family) {
        return family(family).values.values();
    }

    @Nullable RetainedValue find(String family, String key) {
        return family(family).values.get(key);
    }

    /** Takes a value that is newer than the one known, or than the last removal. */
    boolean accept(String name, RetainedValue value) {
        var family = family(name);
        var old = family.values.get(value.key());
        if (old == null ? !mayEnter(family, value) : !value.isNewerThan(old)) {
            return false;
        }
        family.values.put(value.key(), value);
        if (old == null || HeardOrder.isMoved(old.heardAt(), value.heardAt())) {
            order.heard(value.key(), value.heardAt());
        }
        return true;
    }

    /** Forgets what is known of a key, and lets nothing in again that is not newer. */
    Instant remove(String name, String key, Instant at) {
        var family = family(name);
        var old = family.values.remove(key);
        forgetUnused(key);
        var upTo = old != null && old.version().isAfter(at) ? old.version() : at;
        family.removals.add(key, upTo);
        return upTo;
    }

    /** The same, but for a value that is newer than the removal: it stays. */
    boolean removeIfOlder(String name, String key, Instant upTo) {
        var family = family(name);
        family.removals.add(key, upTo);
        var old = family.values.get(key);
        if (old == null || old.version().isAfter(upTo)) {
            return false;
        }
        family.values.remove(key);
        forgetUnused(key);
        return true;
    }

    /** The next key that has not been heard of since a moment. */
    @Nullable String unheardSince(Instant moment) {
        var millis = moment.toEpochMilli();
        for (var first = order.first();
                first != null && first.getValue() < millis;
                first = order.first()) {
            var heardAt = heardAt(first.getKey());
            if (heardAt < millis) {
                return first.getKey();
            }
            order.heard(first.getKey(), heardAt);
        }
        return null;
    }

    /** The next key that has to give way, since there are too many. */
    @Nullable String excess() {
        var first = order.size() > maxKeys ? order.first() : null;
        return first == null ? null : first.getKey();
    }

    /**
     * Forgets a key.
     *
     * @return the families that had a value of it
     */
    List<String> forget(String key) {
        order.forget(key);
        return families.values().stream()
                .filter(family -> family.values.remove(key) != null)
                .map(family -> family.name)
                .toList();
    }

    private boolean mayEnter(Family family, RetainedValue value) {
        var isFull = order.size() >= maxKeys && !order.contains(value.key());
        return !family.removals.cover(value)
                && !(isFull && order.isUnheardLongerThanAll(value.heardAt()));
    }

    private long heardAt(String key) {
        return families.values().stream()
                .map(family -> family.values.get(key))
                .filter(Objects::nonNull)
                .mapToLong(RetainedValue::heardAt)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private void forgetUnused(String key) {
        if (families.values().stream().noneMatch(family -> family.values.containsKey(key))) {
            order.forget(key);
        }
    }

    private Family family(String name) {
        var family = families.get(name);
        if (family == null) {
            throw new IllegalArgumentException("No family is called " + name);
        }
        return family;
    }

    private static final class Family {

        private final String name;
        private final Map<String, RetainedValue> values = new HashMap<>();
        private final Removals removals = new Removals();

        Family(String name) {
            this.name = name;
        }
    }
}
