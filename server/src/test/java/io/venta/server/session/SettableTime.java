package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of buckets and sockets; it stands still until a test moves it. */
final class SettableTime implements TimeMeter {

    private final AtomicLong nanos = new AtomicLong(-1_000);

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
