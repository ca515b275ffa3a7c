package io.venta.server.security;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was revoked and when, by name, in memory. Of each kind it keeps so many, and of more the
 * oldest give way: what users end of their own never pushes out what others revoked. Thread-safe.
 */
final class KnownRevocations {

    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private final Map<String, Instant> own = new ConcurrentHashMap<>();

    /** Learns some; of the same name the latest moment counts. */
    void learn(Map<String, Instant> more) {
        more.forEach((name, at) -> of(name).merge(name, at, KnownRevocations::later));
        bound(revoked, RevocationStore.MOST);
        bound(own, RevocationStore.MOST_OWN);
    }

    /** When it was revoked; null where it was not. */
    @Nullable Instant at(String name) {
        return of(name).get(name);
    }

    void forgetBefore(Instant oldest) {
        revoked.values().removeIf(oldest::isAfter);
        own.values().removeIf(oldest::isAfter);
    }

    /** All of both kinds. */
    Map<String, Instant> all() {
        var all = new HashMap<>(revoked);
        all.putAll(own);
        return all;
    }

    private Map<String, Instant> of(String name) {
        return Revocation.isOwn(name) ? own : revoked;
    }

    /** Some more go than must, since looking for the oldest takes its time. */
    private static void bound(Map<String, Instant> known, int most) {
        if (known.size() > most) {
            Stream<Map.Entry<String, Instant>> oldest =
                    Map.copyOf(known).entrySet().stream()
                            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()));
            oldest.limit(known.size() - most + most / 100)
                    .forEach(each -> known.remove(each.getKey(), each.getValue()));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
