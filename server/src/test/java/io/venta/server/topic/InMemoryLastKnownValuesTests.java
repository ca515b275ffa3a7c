package io.venta.server.topic;

import io.venta.testing.SettableClock;

class InMemoryLastKnownValuesTests implements LastKnownValuesContract {

    private final SettableClock clock = new SettableClock();
    private final LastKnownValues store = new InMemoryLastKnownValues(clock);

    @Override
    public LastKnownValues store() {
        return store;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
