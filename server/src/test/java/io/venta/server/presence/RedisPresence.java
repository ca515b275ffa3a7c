package io.venta.server.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A node's registry in a Redis, through connections of its own, with times that tests move. */
final class RedisPresence implements AutoCloseable {

    private final SettableClock clock = new SettableClock();
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;
    private volatile Duration shift = Duration.ZERO;
    private final RedisPresenceStore store;

    RedisPresence(int port) {
        this(new RedisStandaloneConfiguration("127.0.0.1", port), PresenceBounds.USUAL);
    }

    RedisPresence(RedisStandaloneConfiguration server, PresenceBounds bounds) {
        connections =
                new LettuceConnectionFactory(
                        server,
                        LettuceClientConfiguration.builder()
                                .commandTimeout(Duration.ofSeconds(2))
                                .build());
        connections.start();
        redis = new StringRedisTemplate(connections);
        store = new RedisPresenceStore(redis, clock, bounds, () -> shift);
    }

    PresenceStore store() {
        return store;
    }

    StringRedisTemplate redis() {
        return redis;
    }

    /** The node's. */
    SettableClock clock() {
        return clock;
    }

    /** Lets time pass for the node and, as it says, for Redis. */
    void pass(Duration time) {
        clock.advance(time);
        shift = shift.plus(time);
    }

    /** Forgets all that the Redis has, whoever kept it. */
    void empty() {
        redis.execute(
                (RedisCallback<Boolean>)
                        connection -> {
                            connection.serverCommands().flushAll();
                            return true;
                        });
    }

    /** One of the figures that Redis tells of itself. */
    String info(String section, String name) {
        RedisCallback<Properties> info = connection -> connection.serverCommands().info(section);
        return Objects.requireNonNull(redis.execute(info)).getProperty(name, "");
    }

    /** Sends a command of the server's. */
    void command(String name, String... arguments) {
        var bytes =
                Stream.of(arguments)
                        .map(argument -> argument.getBytes(UTF_8))
                        .toArray(byte[][]::new);
        RedisCallback<Object> errand =
                connection -> Objects.requireNonNull(connection.execute(name, bytes));
        redis.execute(errand);
    }

    @Override
    public void close() {
        store.destroy();
        connections.destroy();
    }
}
