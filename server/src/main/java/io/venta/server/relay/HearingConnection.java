package io.venta.server.relay;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The connection that hears; ready once every SUBSCRIBE has its RECEIPT.
 *
 * <p>Messages of shared queues are acknowledged once they are settled. One that failed is offered
 * again after a second, and not before publishing works: to offer it while the way on is closed
 * would use up the times that the queue offers it at all.
 */
final class HearingConnection extends UpstreamConnection {

    private static final long RETRY_MILLIS = 1000;

    private final List<UpstreamSubscription> subscriptions;
    private final Upstream.Receiver receiver;
    private final BooleanSupplier canPublish;
    private final UpstreamCounts counts;
    private int subscribed;
    private int heard;
    private long heardBytes;

    HearingConnection(
            UpstreamSettings settings,
            Owner owner,
            List<UpstreamSubscription> subscriptions,
            Upstream.Receiver receiver,
            BooleanSupplier canPublish,
            UpstreamCounts counts) {
        super(settings, owner);
        this.subscriptions = List.copyOf(subscriptions);
        this.receiver = receiver;
        this.canPublish = canPublish;
        this.counts = counts;
    }

    @Override
    void greeted() {
        var channel = context();
        if (channel != null) {
            var frames = channel.alloc().buffer();
            for (int id = 0; id < subscriptions.size(); id++) {
                UpstreamFrames.subscribe(frames, id, subscriptions.get(id));
            }
            write(frames);
            channel.flush();
        }
    }

    @Override
    public void receipt(int id) {
        if (++subscribed == subscriptions.size()) {
            becomeReady();
        }
    }

    @Override
    public void message(UpstreamMessage message) {
        heard++;
        heardBytes += message.body().length;
        if (isEnded()) {
            return;
        }
        receiver.heard(isShared(message) ? toBeSettled(message) : message);
    }

    @Override
    public void skipped() {
        counts.skipped();
    }

    @Override
    void batchRead() {
        if (heard > 0) {
            receiver.endOfBatch();
            counts.heard(heard, heardBytes);
            heard = 0;
            heardBytes = 0;
        }
    }

    @Override
    void afterEnd() {}

    private boolean isShared(UpstreamMessage message) {
        var destination = message.destination();
        if (destination.startsWith("/topic/") || destination.startsWith("/exchange/gateway/")) {
            return false;
        }
        var id = message.header("subscription");
        return id != null
                && id.length() == 1
                && id.charAt(0) - '0' < subscriptions.size()
                && subscriptions.get(id.charAt(0) - '0').isShared();
    }

    private UpstreamMessage toBeSettled(UpstreamMessage message) {
        var ackId = message.header("ack");
        if (ackId == null) {
            return message;
        }
        return message.toBeSettled(
                done -> {
                    var channel = context();
                    if (channel != null) {
                        channel.executor().execute(() -> settle(ackId, done));
                    }
                });
    }

    private void settle(String ackId, boolean done) {
        if (done) {
            write(ackId, true);
        } else {
            offerAgainLater(ackId);
        }
    }

    private void offerAgainLater(String ackId) {
        var channel = context();
        if (channel != null && !isEnded()) {
            var unused =
                    channel.executor()
                            .schedule(
                                    () -> {
                                        if (canPublish.getAsBoolean()) {
                                            write(ackId, false);
                                        } else {
                                            offerAgainLater(ackId);
                                        }
                                    },
                                    RETRY_MILLIS,
                                    TimeUnit.MILLISECONDS);
        }
    }

    private void write(String ackId, boolean done) {
        var channel = context();
        if (channel != null && !isEnded()) {
            var frame = channel.alloc().buffer();
            UpstreamFrames.settle(frame, ackId, done);
            write(frame);
            channel.flush();
        }
    }
}
