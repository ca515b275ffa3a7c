package io.venta.server.location;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.RetainedValue;
import io.venta.testing.RedisLink;
import io.venta.testing.SettableClock;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.springframework.data.redis.core.RedisCallback;

/**
 * What trails cost: so many vendors that report once a second for two hours, passed as fast as it
 * goes. Prints the CPU of the thread that hears, of the one that writes and of Redis for a minute,
 * what Redis holds at the end, and how long a trail takes to read.
 */
final class RedisTrailsMeasurement {

    private static final int SECONDS = 7_200;
    private static final double MINUTES = SECONDS / 60.0;
    private static final int READS = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final SettableClock clock = new SettableClock();
    private final JsonPayloads payloads = new JsonPayloads();

    private RedisTrailsMeasurement(PrintStream out) {
        this.out = out;
    }

    /** Takes numbers of vendors. */
    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Arrays.stream(args)
                .mapToInt(Integer::parseInt)
                .forEach(vendors -> new RedisTrailsMeasurement(out).measure(vendors));
    }

    private void measure(int vendors) {
        try (var link = new RedisLink()) {
            var trails = new RedisTrails(link.redis(), TestFixes.SETTINGS, clock);
            var recorder = new TrailRecorder(trails, TestFixes.SETTINGS, clock);
            var heard = 0L;
            var written = 0L;
            var before = info(link, "used_memory");
            for (int second = 0; second < SECONDS; second++) {
                clock.advance(Duration.ofSeconds(1));
                var fixes = IntStream.range(0, vendors).mapToObj(this::fix).toList();
                var start = THREADS.getCurrentThreadCpuTime();
                fixes.forEach(fix -> recorder.record(fix, this::read));
                var between = THREADS.getCurrentThreadCpuTime();
                recorder.flush();
                heard += between - start;
                written += THREADS.getCurrentThreadCpuTime() - between;
            }
            var redis = info(link, "used_cpu_user") + info(link, "used_cpu_sys");
            out.printf(
                    "%d vendors, ms of CPU a minute: %.0f to hear, %.0f to write, %.0f of Redis%n",
                    vendors, heard / 1e6 / MINUTES, written / 1e6 / MINUTES, redis * 1e3 / MINUTES);
            out.printf(
                    "%.1f KB of Redis a vendor, %d points added%n",
                    (info(link, "used_memory") - before) / vendors / 1e3, recorder.stored());
            read(trails);
        }
    }

    private void read(Trails trails) {
        var points = 0;
        var start = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            points = trails.find(new VendorId("vendor-" + i % 10), Instant.EPOCH).size();
        }
        var each = (System.nanoTime() - start) / 1e6 / READS;
        out.printf("a trail of %d points is read in %.2f ms%n", points, each);
    }

    private RetainedValue fix(int vendor) {
        var now = clock.instant();
        var id = new VendorId("vendor-" + vendor);
        var place = new GeoPosition(52 + vendor / 1e6, 21 + now.getEpochSecond() % 3600 / 1e4);
        var update = new LocationUpdate(id, place, 5.0, 90.5, 12.3, now);
        return new RetainedValue(id.value(), now, payloads.write(update));
    }

    private LocationUpdate read(byte[] body) {
        return payloads.read(body, LocationUpdate.class, UsualLocationUpdate::read);
    }

    private static double info(RedisLink link, String name) {
        RedisCallback<Properties> all = connection -> connection.serverCommands().info();
        return Double.parseDouble(
                Objects.requireNonNull(link.redis().execute(all)).getProperty(name));
    }
}
