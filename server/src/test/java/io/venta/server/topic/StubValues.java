package io.venta.server.topic;

import java.time.Clock;

/** Lets tests of other packages keep values. */
public final class StubValues {

    private StubValues() {}

    /** An empty store of this process's memory. */
    public static LastKnownValues inMemory() {
        return new InMemoryLastKnownValues(Clock.systemUTC());
    }
}
