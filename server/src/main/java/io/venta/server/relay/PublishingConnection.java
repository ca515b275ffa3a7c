package io.venta.server.relay;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The connection that publishes, in the order of the calls; ready once the broker has confirmed a
 * first publish, since one that is short of memory lets connections in and then reads nothing.
 *
 * <p>What is asked for in one turn of the event loop leaves in one write. What has no confirmation
 * when the connection ends is given back, whether it was written or not.
 */
final class PublishingConnection extends UpstreamConnection {

    private static final int MAX_WRITE = 64 * 1024;

    private final UpstreamPublish first;
    private final Consumer<UpstreamPublish> givenBack;
    private final Runnable confirmedSome;
    private final UpstreamCounts counts;
    private final Queue<UpstreamPublish> queue = new ConcurrentLinkedQueue<>();
    private final IntObjectMap<UpstreamPublish> unconfirmed = new IntObjectHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean isWriting = new AtomicBoolean();
    private int receipts;
    private boolean hasConfirmed;

    PublishingConnection(
            UpstreamSettings settings,
            Owner owner,
            UpstreamPublish first,
            Consumer<UpstreamPublish> givenBack,
            Runnable confirmedSome,
            UpstreamCounts counts) {
        super(settings, owner);
        this.first = first;
        this.givenBack = givenBack;
        this.confirmedSome = confirmedSome;
        this.counts = counts;
    }

    /** How many wait for their confirmation. */
    int waiting() {
        return waiting.get();
    }

    /** Publishes, or gives back. Thread-safe. */
    void publish(UpstreamPublish publish) {
        waiting.incrementAndGet();
        queue.add(publish);
        var channel = context();
        if (isEnded() || channel == null) {
            giveBackQueued();
        } else if (isWriting.compareAndSet(false, true)) {
            channel.executor().execute(this::writeQueued);
        }
    }

    @Override
    void greeted() {
        publish(first);
    }

    @Override
    public void receipt(int id) {
        var publish = unconfirmed.remove(id);
        if (publish == null) {
            return;
        }
        waiting.decrementAndGet();
        counts.confirmed();
        hasConfirmed = true;
        publish.confirmation().complete(null);
        if (publish == first) {
            becomeReady();
        }
    }

    @Override
    public void message(UpstreamMessage message) {
        end("sent a message to the wrong connection");
    }

    @Override
    public void skipped() {
        end("sent a message to the wrong connection");
    }

    @Override
    void batchRead() {
        if (hasConfirmed) {
            hasConfirmed = false;
            confirmedSome.run();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext channel) {
        writeQueued();
        channel.fireChannelWritabilityChanged();
    }

    @Override
    void afterEnd() {
        giveBackAll();
    }

    private void writeQueued() {
        isWriting.set(false);
        var channel = context();
        if (channel == null) {
            return;
        }
        while (!isEnded() && channel.channel().isWritable() && !queue.isEmpty()) {
            writeSome(channel);
        }
        channel.flush();
        if (isEnded()) {
            giveBackAll();
        }
    }

    private void writeSome(ChannelHandlerContext channel) {
        var frames = channel.alloc().buffer();
        while (frames.readableBytes() < MAX_WRITE) {
            var publish = queue.poll();
            if (publish == null) {
                break;
            }
            receipts = receipts + 1 & Integer.MAX_VALUE;
            unconfirmed.put(receipts, publish);
            UpstreamFrames.send(frames, receipts, publish);
            counts.published();
        }
        write(frames);
    }

    private void giveBackAll() {
        var all = List.copyOf(unconfirmed.values());
        unconfirmed.clear();
        all.forEach(this::giveBack);
        giveBackQueued();
    }

    private void giveBackQueued() {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            giveBack(next);
        }
    }

    private void giveBack(UpstreamPublish publish) {
        waiting.decrementAndGet();
        counts.unconfirmed();
        givenBack.accept(publish);
    }
}
