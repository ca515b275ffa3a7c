package io.venta.server.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What the relay holds, as figures. */
final class RelayMetrics implements MeterBinder {

    private final Topics topics;
    private final ClientSessions sessions;
    private final Upstream upstream;

    RelayMetrics(Topics topics, ClientSessions sessions, Upstream upstream) {
        this.topics = topics;
        this.sessions = sessions;
        this.upstream = upstream;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("venta.relay.sessions", sessions, all -> all.all().size())
                .description("Sessions let in")
                .register(registry);
        Gauge.builder("venta.relay.users", sessions, ClientSessions::users)
                .description("Users with a session")
                .register(registry);
        Gauge.builder("venta.relay.subscriptions", sessions, ClientSessions::subscriptions)
                .description("Subscriptions of all sessions")
                .register(registry);
        queue(registry, "sum", QueueSizes::sum);
        queue(registry, "max", QueueSizes::max);
        queue(registry, "p99", QueueSizes::p99);
        Gauge.builder("venta.relay.topics", topics, Topics::size)
                .description("Destinations somebody has subscribed to")
                .register(registry);
        Gauge.builder("venta.relay.upstream", upstream, up -> up.isAvailable() ? 1 : 0)
                .description("1 while what is published reaches the broker")
                .register(registry);
    }

    private void queue(
            MeterRegistry registry, String statistic, ToDoubleFunction<QueueSizes> value) {
        Gauge.builder(
                        "venta.relay.queue.bytes",
                        sessions,
                        all -> value.applyAsDouble(all.queueSizes()))
                .tag("statistic", statistic)
                .description("Bytes that wait for sessions")
                .register(registry);
    }
}
