package io.venta.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Counts in Redis (6.2 or later), each with a lease by Redis' own clock. */
@Component
@Profile("production")
final class RedisSharedCounts implements SharedCounts {

    private static final String PREFIX = "venta:open:";

    private final RedisLimits redis;
    private final byte[] script = script();
    private final byte[] node = bytes(UUID.randomUUID().toString());
    private final byte[] lease;

    @Autowired
    RedisSharedCounts(RedisLimits redis) {
        this(redis, AddressSockets.LEASE);
    }

    RedisSharedCounts(RedisLimits redis, Duration lease) {
        this.redis = redis;
        this.lease = bytes(String.valueOf(lease.toMillis()));
    }

    @Override
    public CompletionStage<Integer> tell(String key, int own) {
        var keys = new byte[][] {bytes(PREFIX + key)};
        var count = bytes(String.valueOf(own));
        CompletionStage<Long> all =
                redis.ask(
                        connection ->
                                connection
                                        .async()
                                        .eval(
                                                script,
                                                ScriptOutputType.INTEGER,
                                                keys,
                                                node,
                                                count,
                                                lease));
        return all.thenApply(Long::intValue);
    }

    private static byte[] script() {
        try {
            return new ClassPathResource("redis/count-all.lua").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
