package io.venta.server.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether this node has read what is retained since its start. */
@Component("retained")
class RetainedHealthIndicator implements HealthIndicator {

    private final LastKnownLoader loader;

    RetainedHealthIndicator(LastKnownLoader loader) {
        this.loader = loader;
    }

    @Override
    public Health health() {
        return (loader.isLoaded() ? Health.up() : Health.down()).build();
    }
}
