package io.venta.server.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How the connections to RabbitMQ fare, as figures. */
final class UpstreamMetrics implements MeterBinder {

    private static final String PREFIX = "venta.upstream.";

    private final StompUpstream upstream;
    private final Nodes nodes;

    UpstreamMetrics(StompUpstream upstream, Nodes nodes) {
        this.upstream = upstream;
        this.nodes = nodes;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        upstream.lines().forEach(line -> bind(line, registry));
        upstream.queues().forEach(queue -> bind(queue, registry));
        var counts = upstream.counts();
        bind("published", "Messages written to the broker", counts.publishedTotal(), registry);
        bind("confirmed", "Messages that the broker confirmed", counts.confirmedTotal(), registry);
        bind(
                "unconfirmed",
                "Messages whose connection was lost before their confirmation",
                counts.unconfirmedTotal(),
                registry);
        bind("heard.messages", "Messages heard", counts.heardMessagesTotal(), registry);
        bind("heard.bytes", "Bytes of their bodies", counts.heardBytesTotal(), registry);
        bind("skipped", "Messages too large to be taken", counts.skippedTotal(), registry);
        bind("holes", "Times that messages may have been missed", counts.holesTotal(), registry);
        var backlog = upstream.backlog();
        Gauge.builder(PREFIX + "kept", backlog, ReportBacklog::size)
                .description("Reports that wait for the broker")
                .register(registry);
        FunctionCounter.builder(PREFIX + "dropped", backlog, ReportBacklog::dropped)
                .description("Reports that gave way to others while the broker was away")
                .register(registry);
        Gauge.builder(PREFIX + "nodes", nodes, live -> live.live().size())
                .description("Nodes alive, as this one hears them")
                .register(registry);
    }

    private static void bind(UpstreamLine<?> line, MeterRegistry registry) {
        Gauge.builder(PREFIX + "connected", line, each -> each.connection() == null ? 0 : 1)
                .description("1 while the connection is ready")
                .tag("connection", line.name())
                .register(registry);
        FunctionCounter.builder(PREFIX + "reconnects", line, UpstreamLine::reconnects)
                .description("Times that the connection was there again after a loss")
                .tag("connection", line.name())
                .register(registry);
    }

    private static void bind(ProbedQueue queue, MeterRegistry registry) {
        TimeGauge.builder(PREFIX + "lag", queue, TimeUnit.NANOSECONDS, each -> each.lag().toNanos())
                .description("How long a message takes from this node to itself")
                .tag("queue", queue.name())
                .register(registry);
    }

    private static void bind(
            String name, String description, LongAdder count, MeterRegistry registry) {
        FunctionCounter.builder(PREFIX + name, count, LongAdder::sum)
                .description(description)
                .register(registry);
    }
}
