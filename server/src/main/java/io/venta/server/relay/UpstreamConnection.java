package io.venta.server.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One STOMP connection to RabbitMQ, from CONNECT to its loss; there is no coming back.
 *
 * <p>Everything happens on the event loop of its channel, decoding and what is done with the frames
 * included: while that takes its time nothing more is read, and the broker's queue holds the rest.
 */
abstract class UpstreamConnection extends ChannelInboundHandlerAdapter
        implements UpstreamDecoder.Sink {

    private static final long HEARTBEAT_MILLIS = 10_000;
    private static final int PATIENCE = 3;

    private final UpstreamSettings settings;
    private final Owner owner;
    private final UpstreamDecoder decoder = new UpstreamDecoder(this);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable ChannelHandlerContext context;
    private volatile boolean isReady;
    private boolean heardSomething;
    private boolean wroteSomething;
    private int silentBeats;

    UpstreamConnection(UpstreamSettings settings, Owner owner) {
        this.settings = settings;
        this.owner = owner;
    }

    /** The broker has let it in. */
    abstract void greeted();

    /** What was read last has been handed on. */
    abstract void batchRead();

    /** It is lost, and its owner knows. */
    abstract void afterEnd();

    final boolean isReady() {
        return isReady;
    }

    final boolean isEnded() {
        return ended.get();
    }

    /** Ends it where the broker took the connection and then fell silent. */
    final void endUnlessReady() {
        if (!isReady) {
            end("does not answer");
        }
    }

    /**
     * Ends it, once and for all, on the event loop: so its owner hears in order when it is ready
     * and when it is lost. Thread-safe.
     */
    final void end(String reason) {
        var channel = context;
        if (channel != null && !channel.executor().inEventLoop()) {
            channel.executor().execute(() -> end(reason));
        } else if (ended.compareAndSet(false, true)) {
            var wasReady = isReady;
            isReady = false;
            if (channel != null) {
                var unused = channel.close();
            }
            owner.lost(this, reason, wasReady);
            afterEnd();
        }
    }

    final void becomeReady() {
        isReady = true;
        owner.ready(this);
    }

    /** Its channel, once it is connected. */
    final @Nullable ChannelHandlerContext context() {
        return context;
    }

    /** Writes on the event loop; leaves flushing to the caller. */
    final void write(ByteBuf frames) {
        var channel = context;
        if (channel == null) {
            frames.release();
            return;
        }
        wroteSomething = true;
        channel.write(frames)
                .addListener(
                        written -> {
                            var failure = written.cause();
                            if (failure != null) {
                                end(String.valueOf(failure.getMessage()));
                            }
                        });
    }

    @Override
    public void channelActive(ChannelHandlerContext channel) {
        context = channel;
        if (isEnded()) {
            var unused = channel.close();
            return;
        }
        var frame = channel.alloc().buffer();
        UpstreamFrames.connect(frame, settings, HEARTBEAT_MILLIS);
        write(frame);
        channel.flush();
        channel.fireChannelActive();
        // Reactor Netty has it off, for those who ask for each message.
        channel.channel().config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
        heardSomething = true;
        var in = (ByteBuf) message;
        try {
            if (!isEnded()) {
                decoder.decode(in);
            }
        } finally {
            in.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext channel) {
        batchRead();
        channel.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext channel) {
        end("the connection was lost");
        channel.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable failure) {
        end(String.valueOf(failure.getMessage()));
    }

    @Override
    public final void other(String command, HeaderBlock headers, byte[] body) {
        switch (command) {
            case "CONNECTED" -> {
                watch(String.valueOf(headers.first("heart-beat")).split(",", 2));
                greeted();
            }
            case "ERROR" -> end("refused: " + headers.first("message"));
            default -> end("sent " + command);
        }
    }

    private void watch(String[] brokerHeartbeat) {
        var channel = context;
        if (channel == null || brokerHeartbeat.length < 2) {
            return;
        }
        var sends = Long.parseLong(brokerHeartbeat[0].strip());
        var wants = Long.parseLong(brokerHeartbeat[1].strip());
        if (wants > 0) {
            every(channel, Math.max(HEARTBEAT_MILLIS, wants) / 2, this::beat);
        }
        if (sends > 0) {
            every(channel, Math.max(HEARTBEAT_MILLIS, sends), this::listen);
        }
    }

    private static void every(ChannelHandlerContext channel, long millis, Runnable task) {
        ScheduledFuture<?> repeated =
                channel.executor()
                        .scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
        channel.channel().closeFuture().addListener(_ -> repeated.cancel(false));
    }

    private void beat() {
        var channel = context;
        if (!wroteSomething && channel != null) {
            var frame = channel.alloc().buffer(1);
            UpstreamFrames.heartbeat(frame);
            write(frame);
            channel.flush();
        }
        wroteSomething = false;
    }

    private void listen() {
        silentBeats = heardSomething ? 0 : silentBeats + 1;
        heardSomething = false;
        if (silentBeats >= PATIENCE) {
            end("is silent");
        }
    }

    /** Is told how a connection fares, on any thread; must not block. */
    interface Owner {

        void ready(UpstreamConnection connection);

        void lost(UpstreamConnection connection, String reason, boolean wasReady);
    }
}
