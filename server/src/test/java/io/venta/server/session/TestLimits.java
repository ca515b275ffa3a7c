package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.server.error.RefusalFigures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.util.unit.DataSize;

/** Limits as tests want them; a node counts for itself. */
final class TestLimits {

    static final ConnectionSettings NO_CONNECTIONS =
            new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 0, 0, 0);

    static final RateSettings NO_RATES = new RateSettings(0, 0, 0, 0, 0, 0, 0, 0);

    /** Alone. */
    static final SharedRates ALONE = (_, _) -> CompletableFuture.completedStage(Duration.ZERO);

    private TestLimits() {}

    static ConnectionLimits connections(ConnectionSettings settings, TimeMeter time) {
        return connections(settings, ALONE, time);
    }

    static ConnectionLimits connections(
            ConnectionSettings settings, SharedRates shared, TimeMeter time) {
        return new ConnectionLimits(
                settings,
                new AddressLimits(settings, shared, time),
                new AddressSockets(settings, new StubSharedCounts(), time));
    }

    /** Sockets of a node with these limits. */
    static ClientSockets sockets(
            ConnectionLimits connections, TimeMeter time, MeterRegistry meters) {
        return new ClientSockets(
                connections,
                new RefusalFigures(meters, System::nanoTime),
                time,
                meters,
                DataSize.ofKilobytes(64));
    }

    static ConnectionLimits none() {
        return connections(NO_CONNECTIONS, TimeMeter.SYSTEM_NANOTIME);
    }
}
