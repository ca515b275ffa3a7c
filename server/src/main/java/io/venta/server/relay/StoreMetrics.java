package io.venta.server.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.topic.LastKnownValues;

/** What goes to the store of last known values, and what goes from it and from memory. */
final class StoreMetrics {

    private final MeterRegistry registry;
    private final Counter writes;
    private final DistributionSummary batches;

    StoreMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.writes =
                Counter.builder("venta.store.writes")
                        .description("Last known values written to their store")
                        .register(registry);
        this.batches =
                DistributionSummary.builder("venta.store.batch")
                        .description("Last known values in one write")
                        .register(registry);
    }

    void observe(LastKnownWriter writer, Topics topics) {
        Gauge.builder("venta.store.reachable", writer, store -> store.isReachable() ? 1 : 0)
                .description("1 while last known values reach their store")
                .register(registry);
        Gauge.builder("venta.store.pending", writer, LastKnownWriter::pending)
                .description("Keys that wait to be written")
                .register(registry);
        FunctionCounter.builder("venta.store.evicted", topics, Topics::evicted)
                .tag("from", "memory")
                .description("Vendors that gave way because there were too many")
                .register(registry);
    }

    void wrote(int values) {
        writes.increment(values);
        batches.record(values);
    }

    /** Vendors left memory that had not been heard of for too long. */
    void expired(int vendors) {
        registry.counter("venta.store.expired", "from", "memory").increment(vendors);
    }

    void forgotten(LastKnownValues.Forgotten forgotten) {
        registry.counter("venta.store.expired", "from", "store").increment(forgotten.expired());
        registry.counter("venta.store.evicted", "from", "store").increment(forgotten.evicted());
    }
}
