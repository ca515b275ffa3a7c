package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one subscription has come in its user's feed.
 *
 * <p>It either reads, a page at a time and the next when the client has taken the one before; then
 * what comes live is only noted, or held where it is not kept in the feed. Or it has read all; then
 * what comes live goes straight on, as long as it is the next. After a gap, or where the client is
 * behind, it reads again. So nothing comes twice, or is missed, and one that reads slowly costs a
 * page. Thread-safe.
 */
final class FeedCursor {

    private static final int MAX_HELD = 1_000;
    private static final int BEHIND_FRAMES = 50;
    private static final long BEHIND_BYTES = 256 * 1024;

    private final Subscription subscription;
    private final Lanes lanes;
    private final List<Delivery> held = new ArrayList<>();
    private byte @Nullable [] receipt;
    private boolean reading = true;
    private boolean hasReadAll;
    private long position;
    private long announced;
    private long readInVain;

    FeedCursor(Subscription subscription, byte @Nullable [] receipt, Lanes lanes) {
        this.subscription = subscription;
        this.receipt = receipt;
        this.lanes = lanes;
    }

    synchronized long position() {
        return position;
    }

    /** Whether what is read was there before the client subscribed. */
    synchronized boolean isFirst() {
        return !hasReadAll;
    }

    /** Hears something that is not kept in the feed. */
    synchronized Next heard(Delivery delivery) {
        if (!reading) {
            deliver(delivery);
        } else if (held.size() < MAX_HELD) {
            held.add(delivery);
        } else {
            return Next.END;
        }
        return Next.NOTHING;
    }

    /** Hears what the feed has at a position. */
    synchronized Next heard(Delivery delivery, long at) {
        announced = Math.max(announced, at);
        if (reading || at <= position) {
            return Next.NOTHING;
        }
        if (at == position + 1 && !isBehind()) {
            position = at;
            deliver(delivery);
            return Next.NOTHING;
        }
        reading = true;
        return Next.READ;
    }

    /** Something may have been missed. */
    synchronized Next missed() {
        if (reading) {
            // Unlike any position, so that it reads once more when it is done.
            announced = Long.MAX_VALUE;
            return Next.NOTHING;
        }
        reading = true;
        return Next.READ;
    }

    /**
     * Takes a page of the feed.
     *
     * @param upTo up to which position it has all
     */
    synchronized Next read(List<Delivery> page, long upTo, boolean hasMore) {
        page.forEach(this::deliver);
        var hasCome = upTo > position;
        position = Math.max(position, upTo);
        if (!hasMore) {
            hasReadAll = true;
            confirm();
        }
        var missedSome = announced == Long.MAX_VALUE;
        if (missedSome) {
            announced = position;
        }
        // What was announced can be read; but not for ever, should the feed have lost it.
        var isThere = announced > position && (hasCome || announced != readInVain);
        readInVain = hasCome ? 0 : announced;
        if (hasMore || missedSome || isThere) {
            return Next.READ;
        }
        reading = false;
        held.forEach(this::deliver);
        held.clear();
        return Next.NOTHING;
    }

    private void confirm() {
        if (receipt != null) {
            var now = System.nanoTime();
            subscription.session().add(Outgoing.of(receipt, now), now, lanes);
            receipt = null;
        }
    }

    private boolean isBehind() {
        var outbox = subscription.session().outbox();
        return outbox.waitingFrames() > BEHIND_FRAMES || outbox.waitingBytes() > BEHIND_BYTES;
    }

    private void deliver(Delivery delivery) {
        if (!subscription.hasEnded()) {
            subscription.session().deliver(subscription, delivery, System.nanoTime(), lanes);
        }
    }

    /** What is to be done now. */
    enum Next {
        NOTHING,
        /** Read on in the feed. */
        READ,
        /** End the session: it does not take what it asked for. */
        END
    }
}
