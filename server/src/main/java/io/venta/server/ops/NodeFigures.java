package io.venta.server.ops;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This node's name, age and figures, read from its meters. */
@Component
class NodeFigures {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant start;
    private final String node;

    NodeFigures(MeterRegistry meters, Clock clock, @Value("${gateway.node}") String node) {
        this.meters = meters;
        this.clock = clock;
        this.start = clock.instant();
        this.node = node.isEmpty() ? UUID.randomUUID().toString().substring(0, 8) : node;
    }

    String node() {
        return node;
    }

    Duration uptime() {
        return Duration.between(start, clock.instant());
    }

    long activeConnections() {
        return gauge("venta.connections.active");
    }

    long peakConnections() {
        return gauge("venta.connections.peak");
    }

    long totalConnections() {
        var counter = meters.find("venta.connections.opened").counter();
        return counter == null ? 0 : (long) counter.count();
    }

    long users() {
        return gauge("venta.relay.users");
    }

    long topics() {
        return gauge("venta.relay.topics");
    }

    private long gauge(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }
}
