package io.venta.server.relay;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.venta.server.session.ClientWriter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** Sessions whose sockets take all at once, with the figures that production counts. */
final class QuickSessions {

    private static final Duration LONG = Duration.ofHours(1);

    private final RelayFigures figures =
            new RelayFigures(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    RelayFigures figures() {
        return figures;
    }

    ClientSession session(String id) {
        var user = new TestingAuthenticationToken("user", "");
        return new ClientSession(id, user, new ConcurrentHashMap<>(), 0, null, outbox(), () -> {});
    }

    Outbox outbox() {
        return outbox((_, done) -> done.done(true), Long.MAX_VALUE);
    }

    /** An outbox in which nothing waits too long. */
    Outbox outbox(ClientWriter writer, long behindBytes) {
        var limits = new OutboxLimits(Long.MAX_VALUE, Integer.MAX_VALUE, LONG, behindBytes, LONG);
        return new Outbox(writer, limits, figures, System.nanoTime());
    }
}
