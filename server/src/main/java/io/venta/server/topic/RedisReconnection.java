package io.venta.server.topic;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Looks for a Redis that is gone every two seconds at least; the driver's own waits reach 30 s, and
 * one that is gone without a word it does not look for at all, see {@link RedisSilence}.
 */
@Component
@Profile("production")
class RedisReconnection implements ClientResourcesBuilderCustomizer, NettyCustomizer {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Override
    public void customize(ClientResources.Builder resources) {
        resources.reconnectDelay(() -> Delay.equalJitter(SHORTEST, LONGEST, 100, MILLISECONDS));
        resources.nettyCustomizer(this);
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addFirst(new RedisSilence());
    }
}
