package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.testing.RedisNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisLastKnownValuesIntegrationTests implements LastKnownValuesContract {

    private static final RedisNode node = RedisNode.start();
    private static final LettuceConnectionFactory connections =
            new LettuceConnectionFactory("127.0.0.1", node.port());
    private final StringRedisTemplate redis = new StringRedisTemplate(connections);
    private final LastKnownValues store = new RedisLastKnownValues(redis);

    @BeforeAll
    static void connect() {
        connections.start();
    }

    @AfterAll
    static void stop() {
        connections.destroy();
        node.close();
    }

    @BeforeEach
    void empty() {
        redis.delete(redis.keys("*"));
    }

    @Override
    public LastKnownValues store() {
        return store;
    }

    @Test
    void fillsAPageThoughSomeOfItsKeysWereRemovedMeanwhile() {
        for (var key : List.of("b", "d", "e")) {
            store.keep("location", List.of(value(key)));
        }
        redis.opsForZSet().add("venta:{location}:keys", "a", 0);
        redis.opsForZSet().add("venta:{location}:keys", "c", 0);

        assertThat(store.page("location", null, 2))
                .extracting(RetainedValue::key)
                .containsExactly("b", "d");
        assertThat(store.page("location", "d", 2))
                .extracting(RetainedValue::key)
                .containsExactly("e");
    }

    @Test
    void throwsWhereTheStoreIsAway() {
        var nobody = new LettuceConnectionFactory("127.0.0.1", 1);
        nobody.start();
        var away = new RedisLastKnownValues(new StringRedisTemplate(nobody));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.keep("location", List.of(value("a"))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.page("location", null, 10));
        nobody.destroy();
    }

    private static RetainedValue value(String key) {
        return new RetainedValue(key, Instant.ofEpochSecond(1), key.getBytes(UTF_8));
    }
}
