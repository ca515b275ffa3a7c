package io.venta.server.relay;

import io.venta.server.session.ClientWriter;
import io.venta.server.session.TextFrames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One write to a session's socket: all that waited, up to some kilobytes of it, as one run of
 * frames.
 */
final class OutboxWrite implements ClientWriter.Done {

    /** Enough to make the system call cheap, little enough for a client that stops reading. */
    private static final int MAX_BYTES = 16 * 1024;

    private final Outbox outbox;
    private final @Nullable TextFrames frames;
    private final int count;
    private final int size;
    private final long heardAt;
    private final Runnable afterwards;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.STARTED);

    private OutboxWrite(Outbox outbox, List<Outgoing> taken, int size, Runnable afterwards) {
        this.outbox = outbox;
        this.frames = taken.isEmpty() ? null : encode(taken, size);
        this.count = taken.size();
        this.size = size;
        this.afterwards = afterwards;
        this.heardAt = taken.isEmpty() ? 0 : heardAt(taken.getFirst());
    }

    /** Takes what comes next out of a queue; its outbox holds the lock. */
    static OutboxWrite take(Outbox outbox, ArrayDeque<Outgoing> waiting) {
        var first = waiting.getFirst();
        if (waiting.size() == 1 && first.last() == null) {
            waiting.clear();
            outbox.leaves(first);
            return new OutboxWrite(outbox, List.of(first), first.size(), () -> {});
        }
        return takeMany(outbox, waiting);
    }

    private static OutboxWrite takeMany(Outbox outbox, Queue<Outgoing> waiting) {
        var taken = new ArrayList<Outgoing>();
        var size = 0;
        while (size < MAX_BYTES) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            outbox.leaves(next);
            var last = next.last();
            if (last != null) {
                return new OutboxWrite(outbox, taken, size, last);
            }
            taken.add(next);
            size += next.size();
        }
        return new OutboxWrite(outbox, taken, size, () -> {});
    }

    /**
     * Writes.
     *
     * @return whether the socket has taken it by now; otherwise the outbox is flushed when it has
     */
    boolean write(ClientWriter writer) {
        if (frames == null) {
            progress.set(Progress.RETURNED);
            outbox.written(this, true);
            return true;
        }
        writer.write(frames, this);
        return !progress.compareAndSet(Progress.STARTED, Progress.RETURNED);
    }

    @Override
    public void done(boolean written) {
        outbox.written(this, written);
        if (!progress.compareAndSet(Progress.STARTED, Progress.DONE)) {
            outbox.flush();
        }
    }

    int frames() {
        return count;
    }

    int size() {
        return size;
    }

    /** When the first of its frames was heard by this node. */
    long heardAt() {
        return heardAt;
    }

    Runnable afterwards() {
        return afterwards;
    }

    private static long heardAt(Outgoing first) {
        var delivery = first.delivery();
        return delivery == null ? first.since() : delivery.heardAt();
    }

    private static TextFrames encode(List<Outgoing> taken, int size) {
        if (taken.size() == 1) {
            return TextFrames.of(taken.getFirst().whole());
        }
        var firstLength = taken.getFirst().size();
        var bytes = new byte[size + headersAfterFirst(taken)];
        var end = 0;
        for (var outgoing : taken) {
            if (end > 0) {
                end = TextFrames.header(outgoing.size(), bytes, end);
            }
            end = outgoing.write(bytes, end);
        }
        return TextFrames.of(bytes, firstLength, end);
    }

    private static int headersAfterFirst(List<Outgoing> taken) {
        var length = 0;
        for (var outgoing : taken.subList(1, taken.size())) {
            length += TextFrames.headerLength(outgoing.size());
        }
        return length;
    }

    /** Who goes on: the thread that writes, or the one that is told later. */
    private enum Progress {
        STARTED,
        DONE,
        RETURNED
    }
}
