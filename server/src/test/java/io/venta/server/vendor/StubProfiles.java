package io.venta.server.vendor;

import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.topic.LastKnownValues;
import io.venta.testing.SettableClock;

/** Lets tests of other packages look profiles up. */
public final class StubProfiles {

    private StubProfiles() {}

    /** Profiles that publish to nobody. */
    public static VendorProfiles over(LastKnownValues lastKnown) {
        return new VendorProfiles(
                lastKnown,
                new JsonPayloads(),
                new RecordingChannel().template(),
                new SettableClock());
    }
}
