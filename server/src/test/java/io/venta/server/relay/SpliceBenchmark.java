package io.venta.server.relay;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Putting a subscriber's own header into the frame that is the same for all. */
public class SpliceBenchmark extends RelayBenchmark {

    private static final int SUBSCRIBERS = 64;

    private final Delivery delivery = delivery(DESTINATION);
    private final byte[] run = new byte[1024];
    private final ClientSession session = new QuickSessions().session("benchmark");
    private final byte[][] headers =
            IntStream.range(0, SUBSCRIBERS)
                    .mapToObj(i -> new Subscription(session, "s" + i, DESTINATION, null))
                    .map(Subscription::header)
                    .toArray(byte[][]::new);
    private int turn;

    /** A frame of its own: subscribers whose ids differ, each with nothing else to hear. */
    @Benchmark
    public byte[] alone() {
        return delivery.frame(headers[next()]);
    }

    /** A frame in a run of several that leave in one write. */
    @Benchmark
    public byte[] inRun() {
        delivery.write(headers[next()], run, 0);
        return run;
    }

    private int next() {
        turn = (turn + 1) % SUBSCRIBERS;
        return turn;
    }
}
