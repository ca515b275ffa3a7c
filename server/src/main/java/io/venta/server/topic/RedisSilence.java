package io.venta.server.topic;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection to Redis by which nothing came for five seconds after a command: its other
 * end may be gone without a word. The driver connects again, and sends again what waits; by itself
 * it would only let each command time out, on the same dead connection. On the channel's event
 * loop.
 */
final class RedisSilence extends ChannelDuplexHandler {

    static final Duration LONGEST = Duration.ofSeconds(5);

    private @Nullable ScheduledFuture<?> end;

    @Override
    public void write(ChannelHandlerContext channel, Object command, ChannelPromise written)
            throws Exception {
        if (end == null) {
            Runnable close =
                    () -> {
                        var unused = channel.close();
                    };
            end = channel.executor().schedule(close, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        }
        super.write(channel, command, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object answer) throws Exception {
        answered();
        super.channelRead(channel, answer);
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) throws Exception {
        answered();
        super.channelInactive(channel);
    }

    private void answered() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
