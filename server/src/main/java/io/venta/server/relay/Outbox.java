package io.venta.server.relay;

import io.venta.server.relay.Outgoing.Slot;
import io.venta.server.session.ClientWriter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one session, in order, and its writing.
 *
 * <p>Nobody waits here. Whoever adds something is told whether to {@link #flush()}; a flush takes
 * all that waits, writes it at once, and goes on when the socket has taken it, on the thread that
 * says so. While a write is under way nobody needs to flush: what comes meanwhile leaves together.
 *
 * <p>A session that is behind, by bytes or by time, hears only the newest of each vendor: what
 * waits is replaced where it stands. Frames of which each one counts are never left out; where too
 * many wait, or one waits too long, the session has to end. Retained values do not count: they were
 * asked for. Thread-safe.
 */
final class Outbox {

    private static final int SHRINK_ABOVE = 128;
    private static final int MANY = 1_000;

    private final ClientWriter writer;
    private final OutboxLimits limits;
    private final RelayFigures figures;
    private ArrayDeque<Outgoing> waiting = new ArrayDeque<>(2);
    private @Nullable Map<Slot, Outgoing> newest;
    private int longest;
    private long bytes;
    private int counted;
    private boolean flushIsDue;
    private boolean writing;
    private boolean closed;
    private long lastWrite;
    private long lastUncounted = Long.MIN_VALUE;

    Outbox(ClientWriter writer, OutboxLimits limits, RelayFigures figures, long now) {
        this.writer = writer;
        this.limits = limits;
        this.figures = figures;
        this.lastWrite = now;
    }

    /**
     * Adds something.
     *
     * @param now {@link System#nanoTime()}
     */
    synchronized Added add(Outgoing outgoing, long now) {
        return closed || put(outgoing, now) ? added() : Added.TOO_MUCH;
    }

    /** Adds what belongs together, in its order; as {@link #add} for each. */
    synchronized Added addAll(List<Outgoing> all, long now) {
        for (var outgoing : all) {
            if (!closed && !put(outgoing, now)) {
                return Added.TOO_MUCH;
            }
        }
        return added();
    }

    /** Writes what waits, unless a write is under way; that one goes on by itself. */
    void flush() {
        var next = next();
        while (next != null && next.write(writer)) {
            next = next();
        }
    }

    /** Drops what waits; nothing more is written. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        newest = null;
        bytes = 0;
        counted = 0;
    }

    /** Whether something has waited, or been on its way, for longer than it may. */
    synchronized boolean isStuck(long now) {
        var limit = limits.maxWait().toNanos();
        return !closed && ((writing && now - lastWrite > limit) || waited(now) > limit);
    }

    /** Whether nothing was written for so long. */
    synchronized boolean isSilent(long nanos, long now) {
        return !closed && !writing && waiting.isEmpty() && now - lastWrite >= nanos;
    }

    /**
     * Drops what nobody wants any more, where much waits: a client that subscribes and unsubscribes
     * without reading must not fill this node with what is retained.
     */
    synchronized void dropUnwanted() {
        if (waiting.size() > MANY) {
            var all = waiting;
            waiting = new ArrayDeque<>();
            for (var outgoing : all) {
                if (outgoing.isUnwanted()) {
                    leaves(outgoing);
                } else {
                    waiting.add(outgoing);
                }
            }
        }
    }

    synchronized long waitingBytes() {
        return bytes;
    }

    synchronized int waitingFrames() {
        return waiting.size();
    }

    private synchronized @Nullable OutboxWrite next() {
        if (writing) {
            return null;
        }
        flushIsDue = false;
        if (waiting.isEmpty()) {
            shrink();
            return null;
        }
        writing = true;
        lastWrite = System.nanoTime();
        return OutboxWrite.take(this, waiting);
    }

    /** Says that something leaves the queue. */
    void leaves(Outgoing outgoing) {
        if (outgoing.counts()) {
            bytes -= outgoing.size();
            counted--;
        } else {
            lastUncounted = lastWrite;
        }
        var slot = newest == null ? null : outgoing.slot();
        if (newest != null && slot != null) {
            newest.remove(slot, outgoing);
        }
    }

    /** Says that a write is over; the thread that says so goes on with the next. */
    void written(OutboxWrite write, boolean successful) {
        synchronized (this) {
            writing = false;
        }
        if (successful) {
            figures.written(write.frames(), write.size(), System.nanoTime() - write.heardAt());
        } else {
            close();
        }
        write.afterwards().run();
    }

    private boolean put(Outgoing outgoing, long now) {
        if (!takesPlaceOfOlder(outgoing)) {
            append(outgoing);
        }
        if (isBehind(now)) {
            keepNewest();
        }
        if (bytes > limits.maxBytes() || counted > limits.maxFrames()) {
            close();
            return false;
        }
        return true;
    }

    private Added added() {
        if (closed || flushIsDue || writing || waiting.isEmpty()) {
            return Added.NOTHING_TO_DO;
        }
        flushIsDue = true;
        return Added.FLUSH;
    }

    private void append(Outgoing outgoing) {
        waiting.add(outgoing);
        longest = Math.max(longest, waiting.size());
        if (outgoing.counts()) {
            bytes += outgoing.size();
            counted++;
        }
    }

    private boolean takesPlaceOfOlder(Outgoing outgoing) {
        var slot = newest == null || !outgoing.counts() ? null : outgoing.slot();
        if (newest == null || slot == null) {
            return false;
        }
        var older = newest.putIfAbsent(slot, outgoing);
        if (older == null) {
            return false;
        }
        replace(older, outgoing);
        return true;
    }

    private void replace(Outgoing older, Outgoing newer) {
        var delivery = newer.delivery();
        if (delivery != null) {
            bytes -= older.size();
            older.replace(delivery);
            bytes += older.size();
            figures.conflated();
        }
    }

    private boolean isBehind(long now) {
        return newest == null
                && (bytes > limits.behindBytes() || waited(now) > limits.behindWait().toNanos());
    }

    /** How long the oldest has waited, not for the retained values before it. */
    private long waited(long now) {
        var oldest = waiting.peek();
        return oldest == null || !oldest.counts()
                ? 0
                : now - Math.max(oldest.since(), lastUncounted);
    }

    /** Leaves the newest of each vendor, in the oldest one's place. */
    private void keepNewest() {
        var all = waiting;
        waiting = new ArrayDeque<>();
        newest = new HashMap<>();
        bytes = 0;
        counted = 0;
        for (var outgoing : all) {
            if (!takesPlaceOfOlder(outgoing)) {
                append(outgoing);
            }
        }
    }

    private void shrink() {
        newest = null;
        if (longest > SHRINK_ABOVE) {
            waiting = new ArrayDeque<>(2);
            longest = 0;
        }
    }

    /** What whoever added something has to do. */
    enum Added {
        /** Nothing. */
        NOTHING_TO_DO,
        /** Call {@link Outbox#flush()} soon. */
        FLUSH,
        /** End the session: it does not read what it asked for. The outbox has closed. */
        TOO_MUCH
    }
}
