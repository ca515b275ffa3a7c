package io.venta.server.location;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.util.stream.Collectors.groupingBy;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.GenericToStringSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import org.springframework.stereotype.Component;

/**
 * Trails in Redis (6.2 or later), shared by all nodes.
 *
 * <p>A trail is a stream whose ids are the times of the fixes, to the nanosecond. It expires by
 * itself when nothing more comes, and its nodes of a hundred points are let go as they become too
 * old. The keys are spread over {@link #SHARDS} hash tags, so that one script writes many of them
 * and a cluster still shares them out.
 */
@Component
@Profile("production")
class RedisTrails implements Trails {

    private static final RedisScript<Long> ADD = script("add-to-trails");
    private static final RedisScript<Long> REMOVE = script("remove-trail");
    private static final RedisSerializer<String> BYTES = new StringRedisSerializer(ISO_8859_1);
    private static final RedisSerializer<Long> COUNT = new GenericToStringSerializer<>(Long.class);

    private static final int SHARDS = 16;
    private static final int BATCH = 500;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final Duration REMOVAL = Duration.ofMinutes(1);

    private final StringRedisTemplate redis;
    private final TrailSettings settings;
    private final Clock clock;

    RedisTrails(StringRedisTemplate redis, TrailSettings settings, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int add(List<LocationUpdate> fixes) {
        var added = 0;
        var shards = fixes.stream().collect(groupingBy(fix -> shard(fix.vendorId())));
        for (var ofOne : shards.values()) {
            for (int i = 0; i < ofOne.size(); i += BATCH) {
                added += addSome(ofOne.subList(i, Math.min(i + BATCH, ofOne.size())));
            }
        }
        return added;
    }

    private int addSome(List<LocationUpdate> ofOneShard) {
        var keys = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        arguments.add(id(settings.oldest(clock.instant())));
        arguments.add(String.valueOf(settings.length().toMillis()));
        arguments.add(String.valueOf(settings.interval().toMillis()));
        for (var fix : ofOneShard) {
            keys.add(key(fix.vendorId()));
            arguments.add(id(fix.timestamp()));
            arguments.add(packed(fix));
        }
        return execute(ADD, keys, arguments.toArray());
    }

    @Override
    public void remove(VendorId vendor, Instant upTo) {
        var unused =
                execute(
                        REMOVE,
                        List.of(key(vendor)),
                        id(upTo.plusNanos(1)),
                        id(upTo),
                        String.valueOf(REMOVAL.toMillis()));
    }

    @Override
    public List<TrailPoint> find(VendorId vendor, Instant since) {
        var first = Range.Bound.inclusive(id(settings.clamp(since, clock.instant())));
        RedisCallback<List<ByteRecord>> read =
                connection ->
                        connection
                                .streamCommands()
                                .xRange(
                                        key(vendor).getBytes(UTF_8),
                                        Range.rightUnbounded(first),
                                        Limit.unlimited());
        return Objects.requireNonNull(redis.execute(read)).stream()
                .flatMap(RedisTrails::point)
                .toList();
    }

    /** The point of an entry; none of one that only says up to when points were removed. */
    private static Stream<TrailPoint> point(ByteRecord entry) {
        var id = entry.getId();
        var at =
                Instant.ofEpochMilli(Objects.requireNonNull(id.getTimestamp()))
                        .plusNanos(Objects.requireNonNull(id.getSequence()));
        return entry.getValue().values().stream()
                .filter(packed -> packed.length == PackedPoint.BYTES)
                .map(packed -> PackedPoint.read(ByteBuffer.wrap(packed), at));
    }

    private int execute(RedisScript<Long> script, List<String> keys, Object... arguments) {
        var count = redis.execute(script, BYTES, COUNT, keys, arguments);
        return Objects.requireNonNull(count).intValue();
    }

    private static String packed(LocationUpdate fix) {
        var packed = ByteBuffer.allocate(PackedPoint.BYTES);
        PackedPoint.write(fix, packed);
        return new String(packed.array(), ISO_8859_1);
    }

    private static String id(Instant moment) {
        return moment.toEpochMilli() + "-" + moment.get(NANO_OF_SECOND) % NANOS_PER_MILLI;
    }

    private static String key(VendorId vendor) {
        return "venta:{trails-" + shard(vendor) + "}:" + vendor;
    }

    private static int shard(VendorId vendor) {
        return Math.floorMod(vendor.value().hashCode(), SHARDS);
    }

    private static RedisScript<Long> script(String name) {
        return RedisScript.of(new ClassPathResource("redis/" + name + ".lua"), Long.class);
    }
}
