package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.venta.model.MessageType;
import io.venta.testing.RedisLink;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisLastKnownValuesIntegrationTests implements LastKnownValuesContract {

    private static final RedisLink link = new RedisLink();
    private final StringRedisTemplate redis = link.redis();
    private final SettableClock clock = new SettableClock();
    private final LastKnownValues store =
            new RedisLastKnownValues(redis, List.of(family("location"), family("vendor")), clock);

    @AfterAll
    static void stop() {
        link.close();
    }

    @BeforeEach
    void empty() {
        link.empty();
    }

    @Override
    public LastKnownValues store() {
        return store;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Test
    void isAnotherIncarnationOnceItIsEmptyOrHasBeenRestarted() {
        var first = store.incarnation();

        empty();
        var emptied = store.incarnation();
        assertThat(emptied).isNotEqualTo(first);

        link.node().restart();
        await().ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(store.incarnation())
                                        .isNotEqualTo(emptied)
                                        .isEqualTo(store.incarnation()));
    }

    @Test
    void leavesNothingBehindOfWhatItForgets() {
        store.keep("location", List.of(value("a")));
        store.remove("location", "a", Instant.ofEpochSecond(1));
        store.keep("vendor", List.of(value("b")));
        clock.advance(Duration.ofDays(2));

        store.forget(Instant.EPOCH, 0);

        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void fillsAPageThoughSomeOfItsKeysWereRemovedMeanwhile() {
        for (var key : List.of("b", "d", "e")) {
            store.keep("location", List.of(value(key)));
        }
        redis.opsForZSet().add("venta:{vendors}:location:keys", "a", 0);
        redis.opsForZSet().add("venta:{vendors}:location:keys", "c", 0);

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
        var away = new RedisLastKnownValues(new StringRedisTemplate(nobody), List.of(), clock);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.keep("location", List.of(value("a"))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.page("location", null, 10));
        nobody.destroy();
    }

    private static TopicPolicy family(String name) {
        return new TopicPolicy() {
            @Override
            public String family() {
                return name;
            }

            @Override
            public MessageType type() {
                return MessageType.LOCATION_UPDATED;
            }

            @Override
            public RetainedValue check(String key, byte[] body) {
                throw new UnsupportedOperationException("Nothing is published to it");
            }
        };
    }

    private static RetainedValue value(String key) {
        return new RetainedValue(key, Instant.ofEpochSecond(1), key.getBytes(UTF_8));
    }
}
