package io.venta.server.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What the relay holds, as figures. */
final class RelayMetrics implements MeterBinder {

    private final Topics topics;
    private final ClientSessions sessions;
    private final Upstream upstream;
    private final LastKnownWriter lastKnown;

    RelayMetrics(
            Topics topics, ClientSessions sessions, Upstream upstream, LastKnownWriter lastKnown) {
        this.topics = topics;
        this.sessions = sessions;
        this.upstream = upstream;
        this.lastKnown = lastKnown;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("venta.relay.sessions", sessions, all -> all.all().size())
                .description("Sessions let in")
                .register(registry);
        Gauge.builder("venta.relay.users", sessions, ClientSessions::users)
                .description("Users with a session")
                .register(registry);
        Gauge.builder(
                        "venta.relay.subscriptions",
                        sessions,
                        all -> ClientSession.subscriptionsOf(all.all()))
                .description("Subscriptions of all sessions")
                .register(registry);
        Gauge.builder("venta.relay.topics", topics, Topics::size)
                .description("Destinations somebody has subscribed to")
                .register(registry);
        Gauge.builder("venta.relay.upstream", upstream, up -> up.isAvailable() ? 1 : 0)
                .description("1 while what is published reaches the broker")
                .register(registry);
        Gauge.builder("venta.relay.store", lastKnown, store -> store.isReachable() ? 1 : 0)
                .description("1 while last known values reach their store")
                .register(registry);
    }
}
