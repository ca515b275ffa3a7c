package io.venta.server.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What leaves for clients, counted. Thread-safe. */
final class RelayFigures {

    /** From 100 µs to 30 s, a few for each power of ten: what a recording costs grows with them. */
    private static final Duration[] BUCKETS =
            LongStream.of(
                            100,
                            250,
                            500,
                            1_000,
                            2_500,
                            5_000,
                            10_000,
                            25_000,
                            50_000,
                            100_000,
                            250_000,
                            500_000,
                            1_000_000,
                            2_500_000,
                            5_000_000,
                            10_000_000,
                            30_000_000)
                    .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
                    .toArray(Duration[]::new);

    private final Counter frames;
    private final Counter bytes;
    private final Counter conflated;
    private final Counter slow;
    private final Timer latency;

    RelayFigures(MeterRegistry meters) {
        this.frames = counter(meters, "venta.relay.sent", "Frames written to clients");
        this.bytes = counter(meters, "venta.relay.sent.bytes", "Bytes of frames written");
        this.conflated =
                counter(meters, "venta.relay.conflated", "Updates that a newer one replaced");
        this.slow = counter(meters, "venta.relay.slow", "Sessions ended as SLOW_CONSUMER");
        this.latency =
                Timer.builder("venta.relay.latency")
                        .description(
                                "From hearing a message to having it written, of each write the"
                                        + " message that waited longest")
                        .serviceLevelObjectives(BUCKETS)
                        .register(meters);
    }

    void written(int frameCount, int byteCount, long nanos) {
        if (frameCount > 0) {
            frames.increment(frameCount);
            bytes.increment(byteCount);
            latency.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void conflated() {
        conflated.increment();
    }

    void slow() {
        slow.increment();
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
