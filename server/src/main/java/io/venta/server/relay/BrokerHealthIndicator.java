package io.venta.server.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whether RabbitMQ hears this node and this node hears RabbitMQ. */
@Component("broker")
@Profile("production")
class BrokerHealthIndicator implements HealthIndicator {

    private final Upstream upstream;

    BrokerHealthIndicator(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public Health health() {
        return (upstream.isAvailable() ? Health.up() : Health.down()).build();
    }
}
