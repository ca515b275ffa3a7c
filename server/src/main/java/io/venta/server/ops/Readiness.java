package io.venta.server.ops;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sums up how this node stands from the health of what it depends on. */
@Component
class Readiness {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);

    private final ApplicationAvailability availability;
    private final Map<String, HealthIndicator> indicators;
    private final NodeFigures figures;
    private final Clock clock;
    private volatile boolean started;

    Readiness(
            ApplicationAvailability availability,
            Map<String, HealthIndicator> indicators,
            NodeFigures figures,
            Clock clock) {
        this.availability = availability;
        this.indicators = indicators;
        this.figures = figures;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        started = true;
    }

    ReadyReport report() {
        var database = state("database");
        var cache = state("cache");
        var broker = state("broker");
        var retained = state("retained");
        return new ReadyReport(
                status(Stream.of(database, cache, broker, retained).anyMatch("down"::equals)),
                database,
                cache,
                broker,
                new ReadyReport.WebSockets(
                        figures.activeConnections(), 0, figures.uptime().toSeconds()),
                clock.instant());
    }

    private String status(boolean degraded) {
        if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
            return started ? "draining" : "starting";
        }
        return degraded ? "degraded" : "ready";
    }

    private String state(String part) {
        var indicator = indicators.get(part);
        if (indicator == null) {
            return "none";
        }
        return isUp(part, indicator) ? "up" : "down";
    }

    private static boolean isUp(String part, HealthIndicator indicator) {
        try {
            var health = indicator.health();
            return health != null && health.getStatus().equals(Status.UP);
        } catch (RuntimeException e) {
            log.warn("Failed to ask how {} is: {}", part, e.getMessage());
            return false;
        }
    }
}
