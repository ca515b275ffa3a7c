package io.venta.server.relay;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * What waits to be written to one session, in order.
 *
 * <p>Whoever adds never waits: a virtual thread of the outbox's own writes while there is something
 * to write, so that a client that reads slowly holds up nobody else. What is added beyond the bound
 * is not written, and {@code overflow} runs, once. Thread-safe.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int FRAME_OVERHEAD = 200;

    private final ConcurrentLinkedQueue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final String name;
    private final long maxBytes;
    private final Consumer<Message<byte[]>> writer;
    private final Runnable overflow;
    private final AtomicBoolean overflown = new AtomicBoolean();
    private volatile boolean closed;

    Outbox(String name, long maxBytes, Consumer<Message<byte[]>> writer, Runnable overflow) {
        this.name = name;
        this.maxBytes = maxBytes;
        this.writer = writer;
        this.overflow = overflow;
    }

    /** Adds a frame that counts towards the bound. */
    void add(Message<byte[]> frame) {
        var size = frame.getPayload().length + FRAME_OVERHEAD;
        if (bytes.addAndGet(size) > maxBytes) {
            if (overflown.compareAndSet(false, true) && !closed) {
                close();
                overflow.run();
            }
            return;
        }
        enqueue(new Entry(frame, () -> {}, size));
    }

    /** Adds a frame that the session asked for, however many of them: it is not falling behind. */
    void addUnbounded(Message<byte[]> frame) {
        enqueue(new Entry(frame, () -> {}, 0));
    }

    /** Runs something once all that waits now was written. */
    void afterwards(Runnable last) {
        enqueue(new Entry(null, last, 0));
    }

    /** Drops what waits; nothing more is written. */
    void close() {
        closed = true;
    }

    long waitingBytes() {
        return bytes.get();
    }

    private void enqueue(Entry entry) {
        if (closed) {
            return;
        }
        waiting.add(entry);
        if (count.getAndIncrement() == 0) {
            Thread.ofVirtual().name(name).start(this::drain);
        }
    }

    private void drain() {
        do {
            var entry = waiting.remove();
            try {
                write(entry);
            } finally {
                bytes.addAndGet(-entry.size());
            }
        } while (count.decrementAndGet() > 0);
    }

    /** A frame that fails must not stop those behind it: nobody else would write them. */
    private void write(Entry entry) {
        try {
            if (!closed && entry.frame() != null) {
                writer.accept(entry.frame());
            }
            entry.last().run();
        } catch (RuntimeException e) {
            log.warn("Failed to write to {}", name, e);
        }
    }

    private record Entry(@Nullable Message<byte[]> frame, Runnable last, int size) {}
}
