package io.venta.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedisNodeIntegrationTests {

    @Test
    void keepsDataOverARestart() {
        try (var node = RedisNode.start()) {
            assertThat(command(node, "set")).isEqualTo("OK");
            node.stop();
            assertThatThrownBy(() -> command(node, "get"))
                    .isInstanceOf(RedisConnectionException.class);
            node.restart();
            assertThat(command(node, "get")).isEqualTo("value");
        }
    }

    @Test
    void forgetsDataWhereItIsToldTo() {
        try (var node = RedisNode.start()) {
            command(node, "set");
            node.restartEmpty();
            assertThat(command(node, "get")).isNull();
        }
    }

    private static @Nullable String command(RedisNode node, String verb) {
        try (var client = RedisClient.create(node.url());
                var connection = client.connect()) {
            var redis = connection.sync();
            return verb.equals("set") ? redis.set("key", "value") : redis.get("key");
        }
    }
}
