package io.venta.server.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Last known values in Redis (6.2 or later), shared by all nodes.
 *
 * <p>A family is a hash of {@link StoredText} by key, a sorted set of its keys for paging, and its
 * removals; one sorted set for all families has the keys by when they were last heard of. Comparing
 * and writing is one script: nodes may keep the same values at the same time, in any order.
 */
@Component
@Profile("production")
class RedisLastKnownValues implements LastKnownValues {

    private static final RedisScript<Long> KEEP_NEWER = script("keep-newer", Long.class);
    private static final RedisScript<Long> REMOVE = script("remove-key", Long.class);

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> FORGET = script("forget", List.class);

    private static final int BATCH = 500;
    private static final int MOST_REMOVALS = 100_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final String HEARD = "venta:{vendors}:heard";
    private static final String MARKER = "venta:{vendors}:marker";

    private final StringRedisTemplate redis;
    private final List<String> families;
    private final Clock clock;

    RedisLastKnownValues(StringRedisTemplate redis, List<TopicPolicy> policies, Clock clock) {
        this.redis = redis;
        this.families = policies.stream().map(TopicPolicy::family).toList();
        this.clock = clock;
    }

    @Override
    public void keep(String family, Collection<RetainedValue> values) {
        var keys = List.of(values(family), index(family), removed(family), HEARD);
        var arguments = new ArrayList<String>();
        for (var value : values) {
            arguments.add(value.key());
            arguments.add(StoredText.of(value));
            if (arguments.size() == 2 * BATCH) {
                redis.execute(KEEP_NEWER, keys, arguments.toArray());
                arguments.clear();
            }
        }
        if (!arguments.isEmpty()) {
            redis.execute(KEEP_NEWER, keys, arguments.toArray());
        }
    }

    @Override
    public void remove(String family, String key, Instant upTo) {
        var own =
                Stream.of(
                        values(family),
                        index(family),
                        removed(family),
                        removalTimes(family),
                        HEARD);
        var keys = Stream.concat(own, families.stream().map(RedisLastKnownValues::values)).toList();
        redis.execute(REMOVE, keys, key, VersionText.of(upTo), String.valueOf(clock.millis()));
    }

    @Override
    public Map<String, Instant> removals(String family) {
        var options = ScanOptions.scanOptions().count(1000).build();
        var found = new HashMap<String, Instant>();
        try (var cursor = redis.<String, String>opsForHash().scan(removed(family), options)) {
            cursor.forEachRemaining(
                    entry -> found.put(entry.getKey(), VersionText.parse(entry.getValue())));
        }
        return found;
    }

    @Override
    public Forgotten forget(Instant unheardSince, long most) {
        var oldest = clock.instant().minus(REMEMBERED);
        for (var family : families) {
            var keys = List.of(removalTimes(family), removed(family));
            forget(keys, 1, oldest, MOST_REMOVALS);
        }
        var hashes = families.stream().map(RedisLastKnownValues::values);
        var indexes = families.stream().map(RedisLastKnownValues::index);
        var keys = Stream.of(Stream.of(HEARD), hashes, indexes).flatMap(s -> s).toList();
        return forget(keys, families.size(), unheardSince, most);
    }

    private Forgotten forget(List<String> keys, int hashes, Instant before, long most) {
        var sum = new Forgotten(0, 0);
        int gone;
        do {
            var counts =
                    redis.execute(
                            FORGET,
                            keys,
                            String.valueOf(before.toEpochMilli()),
                            String.valueOf(most),
                            String.valueOf(BATCH),
                            String.valueOf(hashes));
            var expired = ((Number) Objects.requireNonNull(counts.get(0))).intValue();
            var evicted = ((Number) Objects.requireNonNull(counts.get(1))).intValue();
            gone = expired + evicted;
            sum = new Forgotten(sum.expired() + expired, sum.evicted() + evicted);
        } while (gone == BATCH);
        return sum;
    }

    /** The server's run, which a restart changes, and a mark that is gone with all data. */
    @Override
    public String incarnation() {
        redis.opsForValue().setIfAbsent(MARKER, UUID.randomUUID().toString());
        var mark = redis.opsForValue().get(MARKER);
        RedisCallback<String> run =
                connection ->
                        Objects.requireNonNull(connection.serverCommands().info("server"))
                                .getProperty("run_id", "");
        return redis.execute(run) + '/' + mark;
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
        var found = redis.<String, String>opsForHash().multiGet(values(family), asked);
        return IntStream.range(0, asked.size())
                .mapToObj(i -> StoredText.parse(asked.get(i), found.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<RetainedValue> page(String family, @Nullable String after, int limit) {
        var range =
                after == null
                        ? Range.<String>unbounded()
                        : Range.rightUnbounded(Range.Bound.exclusive(after));
        var keys = redis.opsForZSet().rangeByLex(index(family), range, Limit.limit().count(limit));
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

    private static <T> RedisScript<T> script(String name, Class<T> result) {
        return RedisScript.of(new ClassPathResource("redis/" + name + ".lua"), result);
    }

    private static String values(String family) {
        return "venta:{vendors}:" + family + ":values";
    }

    private static String index(String family) {
        return "venta:{vendors}:" + family + ":keys";
    }

    private static String removed(String family) {
        return "venta:{vendors}:" + family + ":removed";
    }

    private static String removalTimes(String family) {
        return "venta:{vendors}:" + family + ":removals";
    }
}
