package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Reading what RabbitMQ sends, in nanoseconds a MESSAGE. */
public class DecodeBenchmark extends RelayBenchmark {

    private static final int IN_ONE_READ = 16;

    private final LastMessage last = new LastMessage();
    private final UpstreamDecoder decoder = new UpstreamDecoder(last);
    private final ByteBuf one = frames(1);
    private final ByteBuf many = frames(IN_ONE_READ);

    /** One that came alone. */
    @Benchmark
    public @Nullable Object alone() {
        return decode(one);
    }

    /** Several that came in one read. */
    @Benchmark
    @OperationsPerInvocation(IN_ONE_READ)
    public @Nullable Object together() {
        return decode(many);
    }

    private @Nullable Object decode(ByteBuf frames) {
        decoder.decode(frames.resetReaderIndex());
        return last.message;
    }

    private static ByteBuf frames(int count) {
        var head =
                """
                MESSAGE
                subscription:/topic/location.*
                destination:/topic/location.v-0001
                message-id:T_/topic/location.*@@session-WZEnmt_7rINjBkWcZbnG3Q@@4711
                redelivered:false
                persistent:1
                content-type:application/json
                content-length:%d

                """
                        .formatted(BODY.length);
        var frames = Unpooled.buffer();
        for (int i = 0; i < count; i++) {
            frames.writeBytes(head.getBytes(UTF_8)).writeBytes(BODY).writeByte(0);
        }
        return frames;
    }

    /** Keeps the newest message, so that reading it is not left out as useless. */
    private static final class LastMessage implements UpstreamDecoder.Sink {

        private @Nullable UpstreamMessage message;

        @Override
        public void message(UpstreamMessage message) {
            this.message = message;
        }

        @Override
        public void receipt(int id) {
            throw new IllegalStateException();
        }

        @Override
        public void other(String command, HeaderBlock headers, byte[] body) {
            throw new IllegalStateException(command);
        }

        @Override
        public void skipped() {
            throw new IllegalStateException();
        }
    }
}
