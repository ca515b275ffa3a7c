package io.venta.server.presence;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;

class InMemoryPresenceStoreTests implements PresenceStoreContract {

    private final SettableClock clock = new SettableClock();
    private final PresenceStore store = new InMemoryPresenceStore(clock);

    @Override
    public PresenceStore store() {
        return store;
    }

    @Override
    public PresenceStore bounded(PresenceBounds bounds) {
        return new InMemoryPresenceStore(clock, bounds);
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
