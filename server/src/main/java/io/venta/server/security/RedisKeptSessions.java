package io.venta.server.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The sessions that Spring Session keeps in Redis. It counts how many of some hundreds there are,
 * which is one command where none is gone, and looks closer only where one is. Thread-safe.
 */
@Component
@Profile("production")
final class RedisKeptSessions implements KeptSessions {

    static final int TOGETHER = 500;

    private final StringRedisTemplate redis;
    private final String prefix;

    RedisKeptSessions(
            StringRedisTemplate redis,
            @Value("${spring.session.data.redis.namespace}") String namespace) {
        this.redis = redis;
        this.prefix = namespace + ":sessions:";
    }

    @Override
    public Set<String> gone(Collection<String> ids) {
        var all = List.copyOf(ids);
        var gone = new HashSet<String>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            collectGone(all.subList(from, Math.min(from + TOGETHER, all.size())), gone);
        }
        return gone;
    }

    private void collectGone(List<String> ids, Set<String> gone) {
        var kept = redis.countExistingKeys(ids.stream().map(prefix::concat).toList());
        if (kept == null || kept == ids.size()) {
            return;
        }
        if (kept == 0) {
            gone.addAll(ids);
            return;
        }
        var half = ids.size() / 2;
        collectGone(ids.subList(0, half), gone);
        collectGone(ids.subList(half, ids.size()), gone);
    }
}
