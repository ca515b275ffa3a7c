package io.venta.server.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Revocations in Redis (6.2 or later), shared by all nodes: a sorted set of names by the moment in
 * milliseconds, and one for those of users' own. Nodes may keep the same ones at the same time.
 */
@Component
@Profile("production")
class RedisRevocationStore implements RevocationStore {

    private static final RedisScript<Long> KEEP =
            RedisScript.of(new ClassPathResource("redis/keep-revoked.lua"), Long.class);
    private static final String KEY = "venta:revoked";
    private static final String OWN_KEY = "venta:revoked-own";

    private final StringRedisTemplate redis;
    private final SignInSettings settings;

    RedisRevocationStore(StringRedisTemplate redis, SignInSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    @Override
    public void keep(Map<String, Instant> revoked) {
        keep(KEY, MOST, revoked, name -> !Revocation.isOwn(name));
        keep(OWN_KEY, MOST_OWN, revoked, Revocation::isOwn);
    }

    private void keep(String key, int most, Map<String, Instant> revoked, Predicate<String> which) {
        var arguments = new ArrayList<String>();
        arguments.add(String.valueOf(most));
        arguments.add(String.valueOf(settings.revocationLifetime().toMillis()));
        revoked.forEach(
                (name, at) -> {
                    if (which.test(name)) {
                        arguments.add(String.valueOf(at.toEpochMilli()));
                        arguments.add(name);
                    }
                });
        if (arguments.size() > 2) {
            redis.execute(KEEP, List.of(key), arguments.toArray());
        }
    }

    @Override
    public Map<String, Instant> since(Instant moment) {
        var revoked = new HashMap<String, Instant>();
        for (var key : List.of(KEY, OWN_KEY)) {
            redis.opsForZSet().removeRangeByScore(key, 0, moment.toEpochMilli() - 1.0);
            var found = redis.opsForZSet().rangeWithScores(key, 0, -1);
            for (var each : Objects.requireNonNullElse(found, Set.<TypedTuple<String>>of())) {
                var at = Objects.requireNonNull(each.getScore()).longValue();
                revoked.put(Objects.requireNonNull(each.getValue()), Instant.ofEpochMilli(at));
            }
        }
        return revoked;
    }
}
