package io.venta.server.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.topic.LastKnownValues;
import java.time.Clock;
import java.time.Duration;

/** What stands between topics and a store, put together as a test needs it. */
final class StubRetention {

    static final Duration LIFETIME = Duration.ofDays(30);
    static final int MOST = 10;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StubOwnership ownership = new StubOwnership();
    private final PendingChanges pending;
    private final StoreUpkeep upkeep;
    private final LastKnownWriter writer;

    StubRetention(LastKnownValues store, Topics topics, Clock clock) {
        this(store, topics, clock, MOST);
    }

    StubRetention(LastKnownValues store, Topics topics, Clock clock, int most) {
        var settings =
                new RetentionSettings(
                        LIFETIME, most, Duration.ofSeconds(10), Duration.ofMillis(20));
        pending = new PendingChanges(most);
        var metrics = new StoreMetrics(meters);
        upkeep = new StoreUpkeep(store, topics, ownership, pending, settings, clock, metrics);
        writer =
                new LastKnownWriter(
                        store, ownership, pending, upkeep, metrics, settings.storeLinger());
        metrics.observe(writer, topics);
    }

    LastKnownWriter writer() {
        return writer;
    }

    StoreUpkeep upkeep() {
        return upkeep;
    }

    StubOwnership ownership() {
        return ownership;
    }

    /** Whether its upkeep has looked at the store. */
    boolean hasLooked() {
        return meters.find("venta.store.expired").tags("from", "store").counter() != null;
    }

    /** What a meter says, a gauge or a counter. */
    double meter(String name, String... tags) {
        return meters.get(name).tags(tags).meter().measure().iterator().next().getValue();
    }
}
