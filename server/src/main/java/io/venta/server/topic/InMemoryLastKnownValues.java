package io.venta.server.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Last known values of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryLastKnownValues implements LastKnownValues {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST_REMOVALS = 100_000;

    private final Clock clock;
    private final Map<String, Family> families = new HashMap<>();
    private final Map<String, Heard> heard = new HashMap<>();
    private final TreeSet<Heard> order =
            new TreeSet<>(Comparator.comparingLong(Heard::at).thenComparing(Heard::key));

    InMemoryLastKnownValues(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void keep(String family, Collection<RetainedValue> values) {
        var kept = family(family);
        for (var value : values) {
            var old = kept.values.get(value.key());
            if ((old == null || value.isNewerThan(old)) && !kept.isRemoved(value)) {
                kept.values.put(value.key(), value);
                hear(new Heard(value.key(), value.heardAt()));
            }
        }
    }

    @Override
    public synchronized void remove(String family, String key, Instant upTo) {
        var kept = family(family);
        var old = kept.values.get(key);
        if (old != null && !old.version().isAfter(upTo)) {
            kept.values.remove(key);
            if (families.values().stream().noneMatch(other -> other.values.containsKey(key))) {
                unhear(key);
            }
        }
        var before = kept.removals.remove(key);
        var until = before != null && before.upTo.isAfter(upTo) ? before.upTo : upTo;
        kept.removals.put(key, new Removal(until, clock.instant()));
    }

    @Override
    public synchronized Map<String, Instant> removals(String family) {
        var removals = new HashMap<String, Instant>();
        family(family).removals.forEach((key, removal) -> removals.put(key, removal.upTo));
        return removals;
    }

    @Override
    public synchronized Forgotten forget(Instant unheardSince, long most) {
        families.values().forEach(this::forgetRemovals);
        var expired = 0;
        while (!order.isEmpty() && order.first().at < unheardSince.toEpochMilli()) {
            forgetFirst();
            expired++;
        }
        var evicted = 0;
        while (order.size() > most) {
            forgetFirst();
            evicted++;
        }
        return new Forgotten(expired, evicted);
    }

    @Override
    public String incarnation() {
        return "";
    }

    @Override
    public synchronized Optional<RetainedValue> find(String family, String key) {
        return Optional.ofNullable(family(family).values.get(key));
    }

    @Override
    public synchronized List<RetainedValue> findAll(String family, Collection<String> keys) {
        var kept = family(family).values;
        return keys.stream().map(kept::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized List<RetainedValue> page(String family, @Nullable String after, int limit) {
        var kept = family(family).values;
        var rest = after == null ? kept : kept.tailMap(after, false);
        return rest.values().stream().limit(limit).toList();
    }

    private void hear(Heard now) {
        var before = heard.get(now.key);
        if (before == null || before.at < now.at) {
            unhear(now.key);
            heard.put(now.key, now);
            order.add(now);
        }
    }

    private void unhear(String key) {
        var before = heard.remove(key);
        if (before != null) {
            order.remove(before);
        }
    }

    private void forgetFirst() {
        var key = order.first().key;
        unhear(key);
        families.values().forEach(family -> family.values.remove(key));
    }

    private void forgetRemovals(Family family) {
        var oldest = clock.instant().minus(REMEMBERED);
        var removals = family.removals.values().iterator();
        while (removals.hasNext()
                && (removals.next().at.isBefore(oldest)
                        || family.removals.size() > MOST_REMOVALS)) {
            removals.remove();
        }
    }

    private Family family(String family) {
        return families.computeIfAbsent(family, _ -> new Family());
    }

    private record Heard(String key, long at) {}

    private record Removal(Instant upTo, Instant at) {}

    private static final class Family {

        private final TreeMap<String, RetainedValue> values = new TreeMap<>();
        private final LinkedHashMap<String, Removal> removals = new LinkedHashMap<>();

        boolean isRemoved(RetainedValue value) {
            var removal = removals.get(value.key());
            return removal != null && !value.version().isAfter(removal.upTo);
        }
    }
}
