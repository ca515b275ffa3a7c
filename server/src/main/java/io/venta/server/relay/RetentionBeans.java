package io.venta.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.topic.LastKnownValues;
import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the last known values come from their store and get there. */
@Configuration(proxyBeanMethods = false)
class RetentionBeans {

    @Bean
    LastKnownLoader lastKnownLoader(LastKnownValues store, Topics topics, Lanes lanes) {
        return new LastKnownLoader(store, topics, lanes);
    }

    @Bean
    LastKnownWriter lastKnownWriter(
            LastKnownValues store,
            Topics topics,
            Ownership ownership,
            RetentionSettings settings,
            MeterRegistry meters,
            Clock clock) {
        var metrics = new StoreMetrics(meters);
        var pending = new PendingChanges(settings.maxVendors());
        var upkeep = new StoreUpkeep(store, topics, ownership, pending, settings, clock, metrics);
        var writer =
                new LastKnownWriter(
                        store, ownership, pending, upkeep, metrics, settings.storeLinger());
        metrics.observe(writer, topics);
        return writer;
    }

    /** Runners come before the node is ready. */
    @Bean
    ApplicationRunner readyOnceLoaded(LastKnownLoader loader, RetentionSettings settings) {
        return _ -> loader.awaitLoaded(settings.storeWait());
    }
}
