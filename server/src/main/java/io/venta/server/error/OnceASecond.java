package io.venta.server.error;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets one of many log lines pass each second, and counts the others. Thread-safe. */
final class OnceASecond {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final AtomicLong last;
    private final LongAdder leftOut = new LongAdder();

    OnceASecond(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = new AtomicLong(nanoTime.getAsLong() - PAUSE);
    }

    /**
     * Says something, or leaves it out.
     *
     * @param line is told how many were left out before it
     */
    void say(LongConsumer line) {
        var now = nanoTime.getAsLong();
        var before = last.get();
        if (now - before >= PAUSE && last.compareAndSet(before, now)) {
            line.accept(leftOut.sumThenReset());
        } else {
            leftOut.increment();
        }
    }
}
