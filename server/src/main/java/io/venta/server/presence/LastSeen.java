package io.venta.server.presence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When those were last seen that are offline, as far as somebody asked. Who asks is not kept
 * waiting: what is not known yet is looked up behind, and told once it is found. Thread-safe.
 */
@Component
final class LastSeen {

    private static final int MOST = 100_000;
    private static final int MOST_WANTED = 10_000;

    private final Cache<Subject, Optional<Instant>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(5)).build();
    private final BlockingQueue<Subject> wanted = new LinkedBlockingQueue<>(MOST_WANTED);
    private final Set<Subject> found = new HashSet<>();

    void put(Subject subject, Instant at) {
        known.put(subject, Optional.of(at));
    }

    /** When somebody was last seen; null where that is not known, or not yet. */
    @Nullable Instant find(Subject subject) {
        var at = known.getIfPresent(subject);
        if (at == null) {
            // Where too many wait the next one who asks has it looked up.
            var unused = wanted.offer(subject);
            return null;
        }
        return at.orElse(null);
    }

    /** Those that somebody asked for and nobody has looked up. */
    List<Subject> takeWanted(int most) {
        var some = new ArrayList<Subject>();
        wanted.drainTo(some, most);
        return some.stream().distinct().toList();
    }

    /** Takes what was found of those that were wanted. */
    void found(List<Subject> subjects, Map<Subject, Instant> moments) {
        for (var subject : subjects) {
            var at = Optional.ofNullable(moments.get(subject));
            known.asMap().putIfAbsent(subject, at);
        }
        synchronized (found) {
            found.addAll(moments.keySet());
        }
    }

    /** Those of whom something was found since the last time. */
    Set<Subject> takeFound() {
        synchronized (found) {
            var all = Set.copyOf(found);
            found.clear();
            return all;
        }
    }
}
