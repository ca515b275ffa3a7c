package io.venta.server.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.SubscriptionCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** This node's name, age and figures, read from its meters. */
@Component
class NodeFigures {

    private static final int MOST_TOPICS = 100;

    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant start;
    private final ThisNode node;
    private final SubscriptionCounts subscriptions;

    NodeFigures(
            MeterRegistry meters, Clock clock, ThisNode node, SubscriptionCounts subscriptions) {
        this.meters = meters;
        this.clock = clock;
        this.start = clock.instant();
        this.node = node;
        this.subscriptions = subscriptions;
    }

    NodeReport report() {
        return new NodeReport(
                node.name(),
                new NodeReport.Connections(
                        activeConnections(), totalConnections(), peakConnections()),
                gauge("venta.relay.users"),
                gauge("venta.relay.sessions"),
                0,
                gauge("venta.relay.topics"),
                subscriptions.largest(MOST_TOPICS),
                uptime().toSeconds());
    }

    /** Users with a session on any node. */
    long usersOfAll() {
        return gauge("venta.presence.users");
    }

    /** Sessions on all nodes. */
    long devicesOfAll() {
        return gauge("venta.presence.devices");
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

    private long gauge(String name) {
        var gauge = meters.find(name).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }
}
