package io.venta.server.relay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Passing updates of many vendors through a session's queue, in nanoseconds an update. */
public class OutboxBenchmark extends RelayBenchmark {

    private static final int VENDORS = 500;
    private static final int BURST = 50;
    private static final int HOUR_IN_MILLIS = 3_600_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final QuickSessions sessions = new QuickSessions();
    private final ClientSession session = sessions.session("benchmark");
    private final Subscription everything =
            new Subscription(session, "s0", "/topic/location.*", null);
    private final Delivery[] deliveries =
            IntStream.range(0, VENDORS)
                    .mapToObj(i -> delivery("/topic/location.v-" + i))
                    .toArray(Delivery[]::new);
    private final Outbox quick = sessions.outbox();
    private final Outbox behind = sessions.outbox((_, _) -> {}, 1);
    private final HeldUpdates held =
            new HeldUpdates(
                    session,
                    new ConflationBeat(HOUR_IN_MILLIS, timer, new Lanes(0)),
                    sessions.figures());
    private int turn;

    /** Brings one session behind, and lets the other hold something of each vendor. */
    @Setup
    public void fill() {
        add(behind);
        behind.flush();
        for (var delivery : deliveries) {
            add(behind);
            held.hold(everything, delivery);
        }
    }

    /** Ends the thread that would let go what is held. */
    @TearDown
    public void stop() {
        timer.shutdownNow();
    }

    /** One update that leaves at once. */
    @Benchmark
    public void alone() {
        add(quick);
        quick.flush();
    }

    /** Updates that leave together in as few writes as may be. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public void together() {
        for (int i = 0; i < BURST; i++) {
            add(quick);
        }
        quick.flush();
    }

    /** One that takes an older one's place, in a session that does not read. */
    @Benchmark
    public void behind() {
        add(behind);
    }

    /** One that takes an older one's place, in a session that asked for conflation. */
    @Benchmark
    public void held() {
        held.hold(everything, next());
    }

    private void add(Outbox outbox) {
        var now = System.nanoTime();
        outbox.add(Outgoing.of(next(), everything, now), now);
    }

    private Delivery next() {
        turn = (turn + 1) % VENDORS;
        return deliveries[turn];
    }
}
