package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.RedisLink;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisRevocationStoreIntegrationTests implements RevocationStoreContract {

    private static final RedisLink link = new RedisLink();
    private final StringRedisTemplate redis = link.redis();
    private final RevocationStore store = new RedisRevocationStore(redis, LocalSignIns.SETTINGS);

    @AfterAll
    static void stop() {
        link.close();
    }

    @BeforeEach
    void empty() {
        link.empty();
    }

    @Override
    public RevocationStore store() {
        return store;
    }

    @Test
    void lastsAsLongAsATokenMay() {
        store.keep(Map.of("user:alice", NOON));

        assertThat(redis.getExpire("venta:revoked")).isBetween(86_300L, 86_400L);
    }

    @Test
    void letsTheOldestGoWhereThereAreTooMany() {
        for (int batch = 0; batch < 101; batch++) {
            store.keep(batch(batch));
        }

        assertThat(store.since(Instant.EPOCH))
                .hasSize(RevocationStore.MOST)
                .containsKey("token:100-999")
                .doesNotContainKey("token:0-999");
    }

    private static Map<String, Instant> batch(int batch) {
        return IntStream.range(0, 1_000)
                .boxed()
                .collect(
                        Collectors.toMap(
                                i -> "token:" + batch + '-' + i, _ -> NOON.plusSeconds(batch)));
    }
}
