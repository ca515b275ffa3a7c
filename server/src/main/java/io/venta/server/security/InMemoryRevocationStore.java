package io.venta.server.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Revocations of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryRevocationStore implements RevocationStore {

    private final Map<String, Instant> kept = new HashMap<>();

    @Override
    public synchronized void keep(Map<String, Instant> revoked) {
        revoked.forEach((name, at) -> kept.merge(name, at, (a, b) -> a.isAfter(b) ? a : b));
        var excess = kept.size() - MOST;
        if (excess > 0) {
            kept.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                    .limit(excess)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(kept::remove);
        }
    }

    @Override
    public synchronized Map<String, Instant> since(Instant moment) {
        kept.values().removeIf(moment::isAfter);
        return kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
