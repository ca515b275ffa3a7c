package io.venta.server.location;

import static io.venta.server.location.TestFixes.at;
import static io.venta.server.location.TestFixes.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.VendorId;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryTrailsTests implements TrailsContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryTrails trails = new InMemoryTrails(TestFixes.SETTINGS, clock);

    @Override
    public Trails trails() {
        return trails;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Test
    void keepsNothingOfVendorsThatAreNotHeardOfAnyMore() {
        trails.add(List.of(fix("gone", 0), fix("there", 0)));
        trails.remove(new VendorId("removed"), at(0));
        clock.advance(Duration.ofMinutes(40));
        trails.add(List.of(fix("there", 2_400)));
        clock.advance(Duration.ofMinutes(40));
        trails.add(List.of(fix("new", 4_800)));

        assertThat(trails.size()).isEqualTo(2);
    }
}
