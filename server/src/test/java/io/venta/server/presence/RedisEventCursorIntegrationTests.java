package io.venta.server.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.testing.RedisNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisEventCursorIntegrationTests {

    private static final RedisNode NODE = RedisNode.start();
    private static final RedisPresence REDIS = new RedisPresence(NODE.port());

    private final EventCursor cursor = new RedisEventCursor(REDIS.redis());

    @BeforeEach
    void begin() {
        REDIS.empty();
    }

    @AfterAll
    static void stop() {
        REDIS.close();
        NODE.close();
    }

    @Test
    void beginsWhereTheRegistryStands() {
        assertThat(cursor.claim("n1", 7)).hasValue(7);
    }

    @Test
    void goesOnWhereTheLastOneStopped() {
        cursor.claim("n1", 7);
        assertThat(cursor.advance("n1", 9)).isTrue();
        cursor.release("n1");

        assertThat(cursor.claim("n2", 20)).hasValue(9);
        assertThat(cursor.advance("n1", 12)).as("not its any more").isFalse();
        assertThat(cursor.claim("n1", 20)).isEmpty();
    }

    @Test
    void passesToAnotherNodeWhereOneFallsSilent() {
        cursor.claim("n1", 7);
        assertThat(cursor.claim("n2", 7)).isEmpty();

        REDIS.command("PEXPIRE", "venta:{presence}:events:owner", "50");

        await().atMost(Duration.ofSeconds(5)).until(() -> cursor.claim("n2", 7).isPresent());
    }

    @Test
    void beginsAnewWithARegistryThatDoes() {
        cursor.claim("n1", 7);
        cursor.advance("n1", 9);

        assertThat(cursor.claim("n1", 3)).hasValue(3);
    }
}
