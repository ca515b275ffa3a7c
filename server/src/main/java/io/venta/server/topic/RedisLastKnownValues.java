package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Last known values in Redis, shared by all nodes.
 *
 * <p>A family is a hash of {@code <version><body>} by key and a sorted set of its keys for paging;
 * versions are fixed-width, so that Redis compares them as text. Comparing and writing is one
 * script: nodes may keep the same values at the same time, in any order.
 */
@Component
@Profile("production")
class RedisLastKnownValues implements LastKnownValues {

    private static final RedisScript<Long> KEEP_NEWER =
            RedisScript.of(new ClassPathResource("redis/keep-newer.lua"), Long.class);
    private static final RedisScript<Long> REMOVE =
            RedisScript.of(new ClassPathResource("redis/remove-key.lua"), Long.class);
    private static final int BATCH = 500;

    private final StringRedisTemplate redis;

    RedisLastKnownValues(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void keep(String family, Collection<RetainedValue> values) {
        var arguments = new ArrayList<String>();
        for (var value : values) {
            arguments.add(value.key());
            arguments.add(VersionText.of(value.version()) + new String(value.body(), UTF_8));
            if (arguments.size() == 2 * BATCH) {
                redis.execute(KEEP_NEWER, keysOf(family), arguments.toArray());
                arguments.clear();
            }
        }
        if (!arguments.isEmpty()) {
            redis.execute(KEEP_NEWER, keysOf(family), arguments.toArray());
        }
    }

    @Override
    public void remove(String family, String key) {
        redis.execute(REMOVE, keysOf(family), key);
    }

    @Override
    public Optional<RetainedValue> find(String family, String key) {
        return findAll(family, List.of(key)).stream().findFirst();
    }

    @Override
    public List<RetainedValue> findAll(String family, Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var asked = List.copyOf(keys);
        var found = redis.<String, String>opsForHash().multiGet(valuesKey(family), asked);
        return IntStream.range(0, asked.size())
                .mapToObj(i -> parse(asked.get(i), found.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<RetainedValue> page(String family, @Nullable String after, int limit) {
        var range =
                after == null
                        ? Range.<String>unbounded()
                        : Range.rightUnbounded(Range.Bound.exclusive(after));
        var keys =
                redis.opsForZSet().rangeByLex(indexKey(family), range, Limit.limit().count(limit));
        if (keys == null || keys.isEmpty()) {
            return List.of();
        }
        var page = new ArrayList<>(findAll(family, keys));
        if (keys.size() == limit && page.size() < limit) {
            // Some were removed in between; a page that is not full would look like the last one.
            page.addAll(page(family, List.copyOf(keys).getLast(), limit - page.size()));
        }
        return page;
    }

    private static Optional<RetainedValue> parse(String key, @Nullable String stored) {
        return Optional.ofNullable(stored)
                .map(
                        text ->
                                new RetainedValue(
                                        key,
                                        VersionText.parse(text.substring(0, VersionText.LENGTH)),
                                        text.substring(VersionText.LENGTH).getBytes(UTF_8)));
    }

    private static List<String> keysOf(String family) {
        return List.of(valuesKey(family), indexKey(family));
    }

    private static String valuesKey(String family) {
        return "venta:{" + family + "}:values";
    }

    private static String indexKey(String family) {
        return "venta:{" + family + "}:keys";
    }
}
