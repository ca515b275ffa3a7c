package io.venta.server.location;

import static io.venta.server.location.TestFixes.at;
import static io.venta.server.location.TestFixes.fix;
import static io.venta.server.location.TestFixes.fixes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.cluster.SlotHash;
import io.venta.model.location.VendorId;
import io.venta.testing.RedisLink;
import io.venta.testing.SettableClock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisTrailsIntegrationTests implements TrailsContract {

    private static final RedisLink link = new RedisLink();
    private final StringRedisTemplate redis = link.redis();
    private final SettableClock clock = new SettableClock();
    private final Trails trails = new RedisTrails(redis, TestFixes.SETTINGS, clock);

    @AfterAll
    static void stop() {
        link.close();
    }

    @BeforeEach
    void empty() {
        link.empty();
    }

    @Override
    public Trails trails() {
        return trails;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Test
    void leavesNothingBehindOfAVendorThatVanishes() {
        trails.add(fixes("v1", 0, 20));
        trails.remove(new VendorId("v2"), at(5));

        assertThat(redis.keys("*"))
                .hasSize(2)
                .allSatisfy(
                        key ->
                                assertThat(redis.getExpire(key, TimeUnit.SECONDS))
                                        .isBetween(1L, 3600L));
    }

    @Test
    void letsGoWhatIsTooOld() {
        IntStream.range(0, 20)
                .forEach(
                        i -> {
                            clock.set(at(i * 500));
                            trails.add(fixes("v1", i * 500, (i + 1) * 500));
                        });

        var kept = redis.opsForStream().size(redis.keys("*").iterator().next());

        assertThat(kept).as("an hour, and up to a hundred more").isBetween(721L, 930L);
    }

    @Test
    void spreadsTrailsOverSlotsOfACluster() {
        trails.add(IntStream.range(0, 500).mapToObj(i -> fix("v" + i, 0)).toList());

        assertThat(redis.keys("*").stream().map(SlotHash::getSlot).distinct()).hasSize(16);
    }

    @Test
    void throwsWhereTheStoreIsAway() {
        var nobody = new LettuceConnectionFactory("127.0.0.1", 1);
        nobody.start();
        var away = new RedisTrails(new StringRedisTemplate(nobody), TestFixes.SETTINGS, clock);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.add(List.of(fix("v1", 0))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> away.find(new VendorId("v1"), at(0)));
        nobody.destroy();
    }
}
