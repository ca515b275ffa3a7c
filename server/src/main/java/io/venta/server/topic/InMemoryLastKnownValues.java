package io.venta.server.topic;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Last known values of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryLastKnownValues implements LastKnownValues {

    private final ConcurrentHashMap<String, ConcurrentSkipListMap<String, RetainedValue>> families =
            new ConcurrentHashMap<>();

    @Override
    public void keep(String family, Collection<RetainedValue> values) {
        var kept = family(family);
        for (var value : values) {
            kept.merge(value.key(), value, (old, now) -> now.isNewerThan(old) ? now : old);
        }
    }

    @Override
    public void remove(String family, String key) {
        family(family).remove(key);
    }

    @Override
    public Optional<RetainedValue> find(String family, String key) {
        return Optional.ofNullable(family(family).get(key));
    }

    @Override
    public List<RetainedValue> findAll(String family, Collection<String> keys) {
        var kept = family(family);
        return keys.stream().map(kept::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<RetainedValue> page(String family, @Nullable String after, int limit) {
        var kept = family(family);
        var rest = after == null ? kept : kept.tailMap(after, false);
        return rest.values().stream().limit(limit).toList();
    }

    private ConcurrentSkipListMap<String, RetainedValue> family(String family) {
        return families.computeIfAbsent(family, _ -> new ConcurrentSkipListMap<>());
    }
}
