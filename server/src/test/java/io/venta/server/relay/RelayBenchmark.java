package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How the relay's benchmarks are run, and what they pass on. {@code bin/bench} runs them; public,
 * as JMH demands.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class RelayBenchmark {

    static final String DESTINATION = "/topic/location.v-0001";

    /** An update as vendors' phones make them. */
    static final byte[] BODY =
            """
            {"vendorId":"v-0001","location":{"lat":37.774900,"long":-122.419400},"accuracy":4.5,\
            "heading":12.5,"speed":8.3,"timestamp":"2024-01-25T15:02:22.123456Z"}"""
                    .getBytes(UTF_8);

    static Delivery delivery(String destination) {
        return Delivery.newest(destination, "location_updated", BODY, false, 4711, 0);
    }
}
