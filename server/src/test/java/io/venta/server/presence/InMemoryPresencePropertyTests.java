package io.venta.server.presence;

import io.venta.server.presence.PresenceRun.Step;
import io.venta.testing.SettableClock;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever two nodes do, the registry in memory is what the model says. */
class InMemoryPresencePropertyTests {

    @Property(tries = 500)
    void isWhatTheModelSays(@ForAll("steps") List<Step> steps) {
        var clock = new SettableClock();
        var store = new InMemoryPresenceStore(clock);
        new PresenceRun(List.of(store, store), clock::advance).run(steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return PresenceRun.steps();
    }
}
