package io.venta.server.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Revocations in Redis (6.2 or later), shared by all nodes: one sorted set of names by the moment
 * in milliseconds. Nodes may keep the same ones at the same time.
 */
@Component
@Profile("production")
class RedisRevocationStore implements RevocationStore {

    private static final RedisScript<Long> KEEP =
            RedisScript.of(new ClassPathResource("redis/keep-revoked.lua"), Long.class);
    private static final String KEY = "venta:revoked";

    private final StringRedisTemplate redis;
    private final SignInSettings settings;

    RedisRevocationStore(StringRedisTemplate redis, SignInSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    @Override
    public void keep(Map<String, Instant> revoked) {
        var arguments = new ArrayList<String>();
        arguments.add(String.valueOf(MOST));
        arguments.add(String.valueOf(settings.revocationLifetime().toMillis()));
        revoked.forEach(
                (name, at) -> {
                    arguments.add(String.valueOf(at.toEpochMilli()));
                    arguments.add(name);
                });
        redis.execute(KEEP, List.of(KEY), arguments.toArray());
    }

    @Override
    public Map<String, Instant> since(Instant moment) {
        redis.opsForZSet().removeRangeByScore(KEY, 0, moment.toEpochMilli() - 1.0);
        var found = redis.opsForZSet().rangeWithScores(KEY, 0, -1);
        var revoked = new HashMap<String, Instant>();
        if (found != null) {
            for (var each : found) {
                var at = Objects.requireNonNull(each.getScore()).longValue();
                revoked.put(Objects.requireNonNull(each.getValue()), Instant.ofEpochMilli(at));
            }
        }
        return revoked;
    }
}
