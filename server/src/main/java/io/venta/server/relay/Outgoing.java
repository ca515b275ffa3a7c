package io.venta.server.relay;

import org.jspecify.annotations.Nullable;

/**
 * What waits for its turn to be written to one session; guarded by the session's {@link Outbox},
 * and before by the {@link HeldUpdates} that it may be held in.
 */
final class Outgoing {

    private final @Nullable Subscription subscription;
    private final byte @Nullable [] frame;
    private final @Nullable Runnable last;
    private final boolean counts;
    private long since;
    private @Nullable Delivery delivery;

    private Outgoing(
            @Nullable Delivery delivery,
            @Nullable Subscription subscription,
            byte @Nullable [] frame,
            @Nullable Runnable last,
            boolean counts,
            long since) {
        this.delivery = delivery;
        this.subscription = subscription;
        this.frame = frame;
        this.last = last;
        this.counts = counts;
        this.since = since;
    }

    /** A MESSAGE; retained values do not count as falling behind. */
    static Outgoing of(Delivery delivery, Subscription subscription, long since) {
        return new Outgoing(delivery, subscription, null, null, !delivery.retained(), since);
    }

    /** A whole frame. */
    static Outgoing of(byte[] frame, long since) {
        return new Outgoing(null, null, frame, null, true, since);
    }

    /** Something to do once all before it was written. */
    static Outgoing last(Runnable action, long since) {
        return new Outgoing(null, null, null, action, false, since);
    }

    /** Whether it counts towards what a session may leave unread. */
    boolean counts() {
        return counts;
    }

    /** When it began to wait, {@link System#nanoTime()}. */
    long since() {
        return since;
    }

    @Nullable Runnable last() {
        return last;
    }

    @Nullable Delivery delivery() {
        return delivery;
    }

    /** What a newer message takes the place of; null where each one counts. */
    @Nullable Slot slot() {
        var slot = delivery == null || subscription == null ? null : delivery.slot();
        return slot == null || subscription == null ? null : new Slot(subscription, slot);
    }

    /** Says that it is held no longer, and begins to wait for its turn. */
    void release(long now) {
        since = now;
        if (delivery != null && subscription != null) {
            subscription.pending().remove(delivery.destination());
        }
    }

    /** Says something newer in its place. */
    void replace(Delivery newer) {
        delivery = newer;
    }

    /** Whether nobody wants to hear it any more. */
    boolean isUnwanted() {
        return subscription != null && subscription.hasEnded();
    }

    int size() {
        if (delivery != null && subscription != null) {
            return delivery.size(subscription.header());
        }
        return frame == null ? 0 : frame.length;
    }

    byte[] whole() {
        if (delivery != null && subscription != null) {
            return delivery.frame(subscription.header());
        }
        return frame == null ? Frames.HEARTBEAT : frame;
    }

    int write(byte[] target, int position) {
        if (delivery != null && subscription != null) {
            return delivery.write(subscription.header(), target, position);
        }
        var bytes = whole();
        System.arraycopy(bytes, 0, target, position, bytes.length);
        return position + bytes.length;
    }

    /**
     * What only the newest message is wanted of.
     *
     * @param subscription who asked
     * @param destination the vendor's
     */
    record Slot(Subscription subscription, String destination) {}
}
