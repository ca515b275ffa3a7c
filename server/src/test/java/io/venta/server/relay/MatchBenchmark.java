package io.venta.server.relay;

import io.venta.server.topic.RetainedValue;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Finding those that hear a message, among sessions with five subscriptions each to as many vendors
 * as there are sessions; what is found is queued and flushed.
 */
public class MatchBenchmark extends RelayBenchmark {

    private static final int EACH = 5;

    /** A step through all vendors that does not go from neighbour to neighbour. */
    private static final int STEP = 7919;

    @Param({"1000", "100000"})
    private int subscriptions;

    private final QuickSessions sessions = new QuickSessions();
    private final Lanes lanes = new Lanes(0);
    private final StubTopicPolicy policy = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(policy), lanes);
    private final ClientSession visitor = sessions.session("visitor");
    private String[] heard;
    private String[] unheard;
    private int turn;
    private long version;

    /** Fills the topics: each vendor that is heard has a value and five subscribers. */
    @Setup(Level.Trial)
    public void fill() {
        var vendors = subscriptions / EACH;
        heard = IntStream.range(0, vendors).mapToObj(i -> "v-" + i).toArray(String[]::new);
        unheard = IntStream.range(0, vendors).mapToObj(i -> "u-" + i).toArray(String[]::new);
        for (int i = 0; i < vendors; i++) {
            accept(heard);
        }
        for (int i = 0; i < vendors; i++) {
            var session = sessions.session("session-" + i);
            for (int j = 0; j < EACH; j++) {
                var destination = policy.destination(heard[(i * EACH + j) % vendors]);
                topics.subscribe(new Subscription(session, "s" + j, destination, null), null);
            }
        }
    }

    /** A vendor that five sessions watch. */
    @Benchmark
    public boolean five() {
        return accept(heard);
    }

    /** A vendor that nobody watches. */
    @Benchmark
    public boolean nobody() {
        return accept(unheard);
    }

    /** A session that comes, hears the last known value, and goes. */
    @Benchmark
    public void subscribeAndUnsubscribe() {
        var destination = policy.destination(next(heard));
        var subscription = new Subscription(visitor, "s0", destination, null);
        topics.subscribe(subscription, null);
        topics.unsubscribe(subscription);
    }

    private boolean accept(String[] vendors) {
        var time = Instant.ofEpochSecond(++version);
        var isNewer = topics.accept(policy, new RetainedValue(next(vendors), time, BODY));
        lanes.flush();
        return isNewer;
    }

    private String next(String[] vendors) {
        turn = (turn + STEP) % vendors.length;
        return vendors[turn];
    }
}
