package io.venta.testing;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Redis of a test class's own, and Spring's way to it; both end with it. */
public final class RedisLink implements AutoCloseable {

    private final RedisNode node = RedisNode.start();
    private final LettuceConnectionFactory connections =
            new LettuceConnectionFactory("127.0.0.1", node.port());
    private final StringRedisTemplate redis = new StringRedisTemplate(connections);

    /** Starts the one and connects the other. */
    public RedisLink() {
        connections.start();
    }

    /** The server. */
    public RedisNode node() {
        return node;
    }

    /** The way there. */
    public StringRedisTemplate redis() {
        return redis;
    }

    /** Forgets all that was kept. */
    public void empty() {
        redis.delete(redis.keys("*"));
    }

    @Override
    public void close() {
        connections.destroy();
        node.close();
    }
}
