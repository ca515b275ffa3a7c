package io.venta.server.topic;

import io.venta.testing.RedisNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Lets tests of other packages keep values in a Redis, each through a connection of its own. */
public final class RedisValues implements AutoCloseable {

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final LastKnownValues store;

    /** Connects to it; it need not be there yet. */
    public RedisValues(RedisNode node, List<TopicPolicy> policies, Clock clock) {
        connections =
                new LettuceConnectionFactory(
                        new RedisStandaloneConfiguration("127.0.0.1", node.port()),
                        LettuceClientConfiguration.builder()
                                .commandTimeout(Duration.ofSeconds(2))
                                .build());
        connections.start();
        redis = new StringRedisTemplate(connections);
        store = new RedisLastKnownValues(redis, policies, clock);
    }

    /** The store. */
    public LastKnownValues store() {
        return store;
    }

    /** How often Redis has run a command since its start, for scripts too. */
    public long calls(String command) {
        RedisCallback<Properties> info =
                connection -> connection.serverCommands().info("commandstats");
        var counts = Objects.requireNonNull(redis.execute(info));
        var line = counts.getProperty("cmdstat_" + command, "calls=0,");
        return Long.parseLong(line.substring("calls=".length(), line.indexOf(',')));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
