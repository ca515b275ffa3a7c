package io.venta.server.relay;

import org.openjdk.jmh.annotations.Benchmark;

/** Making an update's frame for those that hear it. */
public class EncodeBenchmark extends RelayBenchmark {

    private final Subscription subscription =
            new Subscription(new QuickSessions().session("benchmark"), "s0", DESTINATION, null);
    private final Delivery encoded = delivery(DESTINATION);

    /** For the first of them: what all share is made. */
    @Benchmark
    public byte[] first() {
        return delivery(DESTINATION).frame(subscription.header());
    }

    /** For every other one whose subscription has the same id. */
    @Benchmark
    public byte[] next() {
        return encoded.frame(subscription.header());
    }
}
