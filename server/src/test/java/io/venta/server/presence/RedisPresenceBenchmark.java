package io.venta.server.presence;

import io.venta.testing.RedisNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a registry of many devices costs in a Redis beside, in microseconds there and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedisPresenceBenchmark {

    private final RedisNode server = RedisNode.start();
    private final RedisPresence node = new RedisPresence(server.port());
    private final PresenceStore store = node.store();

    /** How many devices there are. */
    @Param({"1000", "10000"})
    private int devices;

    private List<Device> all = List.of();
    private int turn;

    /** Connects all of them, three of each user's. */
    @Setup
    public void connect() {
        node.command("CONFIG", "SET", "appendfsync", "everysec");
        all = IntStream.range(0, devices).mapToObj(i -> device("s" + i, i)).toList();
        store.sync("n1", all);
    }

    /** Ends Redis. */
    @TearDown
    public void stop() {
        node.close();
        server.close();
    }

    /** A device that connects and goes. */
    @Benchmark
    public void connectAndLeave() {
        var device = device("t" + turn, turn++);
        store.track(device);
        store.leave(device.session(), "CLOSED", Duration.ZERO);
    }

    /** A device that views something else. */
    @Benchmark
    public void change() {
        var device = all.get(turn++ % devices);
        store.change(TestDevice.withViewing(device, "vendor." + turn));
    }

    /** A node's beat. */
    @Benchmark
    public boolean beat() {
        return store.beat("n1");
    }

    /** A look for what is to be reaped, where nothing is. */
    @Benchmark
    public int reap() {
        return store.reap(1_000, true);
    }

    /** All devices of a node that has lost nothing. */
    @Benchmark
    public void sync() {
        store.sync("n1", all);
    }

    /** All devices as a node reads them that starts. */
    @Benchmark
    public PresenceStore.Snapshot snapshot() {
        return store.snapshot();
    }

    private Device device(String session, int number) {
        var device = TestDevice.of(session, "user" + number / 3, "n1", node.clock().instant());
        return TestDevice.withVendor(device, number % 10 == 0 ? "v" + number : null);
    }
}
