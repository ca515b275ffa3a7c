package io.venta.server.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The scripts of presence, which share their beginning, their keys and their first arguments. The
 * keys have one hash tag, so that a cluster keeps them together. Thread-safe.
 */
final class RedisPresenceScripts {

    static final String LOG = key("log");
    static final String SEEN = key("seen");

    private static final List<String> KEYS =
            List.of(
                    key("devices"),
                    key("sessions"),
                    key("places"),
                    key("counts"),
                    key("staying"),
                    key("leases"),
                    key("incomplete"),
                    key("leaving"),
                    key("reasons"),
                    SEEN,
                    key("replaced"),
                    key("replaced-at"),
                    key("version"),
                    LOG);
    private static final String PRELUDE = text("prelude");

    private final StringRedisTemplate redis;
    private final PresenceBounds bounds;
    private final Supplier<Duration> shift;

    /**
     * Runs them.
     *
     * @param shift what to add to Redis' time
     */
    RedisPresenceScripts(
            StringRedisTemplate redis, PresenceBounds bounds, Supplier<Duration> shift) {
        this.redis = redis;
        this.bounds = bounds;
        this.shift = shift;
    }

    /** A script that answers with a number. */
    static RedisScript<Long> counting(String name) {
        return RedisScript.of(PRELUDE + text(name), Long.class);
    }

    /** A script that answers with texts. */
    @SuppressWarnings("rawtypes")
    static RedisScript<List> listing(String name) {
        return RedisScript.of(PRELUDE + text(name), List.class);
    }

    long count(RedisScript<Long> script, List<String> arguments) {
        return Objects.requireNonNull(redis.execute(script, KEYS, all(arguments)));
    }

    List<String> list(@SuppressWarnings("rawtypes") RedisScript<List> script, String... arguments) {
        var found = Objects.requireNonNull(redis.execute(script, KEYS, all(List.of(arguments))));
        return Stream.of(found.toArray()).map(String::valueOf).toList();
    }

    private Object[] all(List<String> own) {
        var shared =
                Stream.of(
                                shift.get().toMillis(),
                                bounds.lease().toMillis(),
                                PresenceStore.REPLACED.toMillis(),
                                (long) bounds.replaced(),
                                (long) bounds.seen(),
                                (long) bounds.changes())
                        .map(String::valueOf);
        return Stream.concat(shared, own.stream()).toArray();
    }

    private static String key(String name) {
        return "venta:{presence}:" + name;
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("redis/presence/" + name + ".lua")
                    .getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + name + " cannot be read", e);
        }
    }
}
