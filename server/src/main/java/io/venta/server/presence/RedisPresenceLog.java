package io.venta.server.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import io.venta.server.presence.PresenceStore.ChangesLostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * The log of changes in Redis: a stream whose ids are the versions.
 *
 * <p>The change that the reader knows is read once more each time; where it is not there, or is
 * another one, Redis has lost data since, and the reader is told so. Each reader that waits has a
 * connection of its own. Thread-safe.
 */
final class RedisPresenceLog implements AutoCloseable {

    /** Longer ones would look like a connection that is dead. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final byte[] KEY = RedisPresenceScripts.LOG.getBytes(UTF_8);

    private final StringRedisTemplate redis;
    private final Queue<RedisConnection> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable MapRecord<String, String, String> last;

    RedisPresenceLog(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** A subject as scripts name it. */
    static String name(Subject subject) {
        return subject.kind().name().charAt(0) + subject.id();
    }

    List<PresenceChange> after(long version, Duration patience) {
        var found = known(version);
        if (found.isEmpty() && patience.isPositive()) {
            found = coming(version, patience);
        }
        for (int i = 0; i < found.size(); i++) {
            if (version(found.get(i)) != version + i + 1) {
                throw lost(version);
            }
        }
        if (!found.isEmpty()) {
            last = found.getLast();
        }
        return found.stream().map(RedisPresenceLog::change).toList();
    }

    @Override
    public void close() {
        for (var open = idle.poll(); open != null; open = idle.poll()) {
            open.close();
        }
    }

    private List<MapRecord<String, String, String>> known(long version) {
        if (version < 0) {
            throw lost(version);
        }
        var found =
                Objects.requireNonNull(
                        redis.<String, String>opsForStream()
                                .range(
                                        RedisPresenceScripts.LOG,
                                        Range.rightUnbounded(Range.Bound.inclusive(id(version))),
                                        Limit.limit().count(PresenceStore.PAGE + 1)));
        if (found.isEmpty()
                || version(found.getFirst()) != version
                || isAnother(found.getFirst())) {
            throw lost(version);
        }
        return found.subList(1, found.size());
    }

    private boolean isAnother(MapRecord<String, String, String> known) {
        var read = last;
        return read != null
                && read.getId().equals(known.getId())
                && !read.getValue().equals(known.getValue());
    }

    /** Who reads all again may come to the same version of another change. */
    private ChangesLostException lost(long version) {
        last = null;
        return new ChangesLostException(version);
    }

    private List<MapRecord<String, String, String>> coming(long version, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var offset = StreamOffset.create(KEY, ReadOffset.from(id(version)));
        for (var left = patience;
                left.toMillis() > 0;
                left = Duration.ofNanos(deadline - System.nanoTime())) {
            var wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
            var options = StreamReadOptions.empty().block(wait).count(PresenceStore.PAGE);
            var found = read(options, offset);
            if (found != null && !found.isEmpty()) {
                return found.stream()
                        .map(each -> each.deserialize(RedisSerializer.string()))
                        .toList();
            }
        }
        return List.of();
    }

    /** A connection that failed is not used again. */
    @SuppressWarnings("unchecked") // An array of what is generic.
    private @Nullable List<ByteRecord> read(StreamReadOptions options, StreamOffset<byte[]> from) {
        var connection = connection();
        try {
            var found = connection.streamCommands().xRead(options, from);
            idle.add(connection);
            return found;
        } catch (DataAccessException e) {
            connection.close();
            throw e;
        }
    }

    private RedisConnection connection() {
        var open = idle.poll();
        return open == null ? redis.getRequiredConnectionFactory().getConnection() : open;
    }

    private static PresenceChange change(MapRecord<String, String, String> entry) {
        var fields = entry.getValue();
        var at = Instant.ofEpochMilli(Long.parseLong(field(fields, "at")));
        var device = DeviceText.parse(field(fields, "device"));
        var statuses = statuses(fields);
        var reason = fields.get("reason");
        return reason == null
                ? new PresenceChange.Present(
                        version(entry), at, device, field(fields, "new").equals("1"), statuses)
                : new PresenceChange.Gone(
                        version(entry), at, device, reason, fields.get("by"), statuses);
    }

    private static Map<Subject, PresenceStatus> statuses(Map<String, String> fields) {
        var statuses = new HashMap<Subject, PresenceStatus>();
        fields.forEach(
                (name, value) -> {
                    for (var kind : PresenceKind.values()) {
                        if (name.charAt(0) == kind.name().charAt(0)) {
                            statuses.put(
                                    new Subject(kind, name.substring(1)),
                                    PresenceStatus.valueOf(value));
                        }
                    }
                });
        return Map.copyOf(statuses);
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    private static long version(MapRecord<String, String, String> entry) {
        return Objects.requireNonNull(entry.getId().getTimestamp());
    }

    private static String id(long version) {
        return version + "-0";
    }
}
