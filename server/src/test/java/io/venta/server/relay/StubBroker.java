package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

/**
 * RabbitMQ's end of a connection.
 *
 * @param channel this end's channel
 */
record StubBroker(EmbeddedChannel channel) {

    /** Sends a frame; its NUL is added. */
    void says(String frame) {
        channel.writeInbound(Unpooled.copiedBuffer(frame + '\0', UTF_8));
    }

    /** What came since it was last asked. */
    String heard() {
        var text = new StringBuilder();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            text.append(out.toString(UTF_8));
            out.release();
        }
        return text.toString();
    }
}
