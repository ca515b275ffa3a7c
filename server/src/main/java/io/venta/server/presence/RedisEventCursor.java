package io.venta.server.presence;

import java.util.List;
import java.util.OptionalLong;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The cursor in Redis, with the registry. */
@Component
@Profile("production")
final class RedisEventCursor implements EventCursor {

    private static final List<String> KEYS =
            List.of("venta:{presence}:events:owner", "venta:{presence}:events:told");
    private static final String LEASE_MILLIS = "10000";
    private static final long NOT_OURS = -1;

    private static final RedisScript<Long> CLAIM = script("claim-events.lua");
    private static final RedisScript<Long> ADVANCE = script("advance-events.lua");
    private static final RedisScript<Long> RELEASE = script("release-events.lua");

    private final StringRedisTemplate redis;

    RedisEventCursor(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public OptionalLong claim(String node, long present) {
        var told = run(CLAIM, node, LEASE_MILLIS, Long.toString(present));
        return told == NOT_OURS ? OptionalLong.empty() : OptionalLong.of(told);
    }

    @Override
    public boolean advance(String node, long version) {
        return run(ADVANCE, node, LEASE_MILLIS, Long.toString(version)) != NOT_OURS;
    }

    @Override
    public void release(String node) {
        run(RELEASE, node);
    }

    private long run(RedisScript<Long> script, Object... arguments) {
        var answer = redis.execute(script, KEYS, arguments);
        return answer == null ? NOT_OURS : answer;
    }

    private static RedisScript<Long> script(String name) {
        return RedisScript.of(new ClassPathResource("redis/presence/" + name), Long.class);
    }
}
