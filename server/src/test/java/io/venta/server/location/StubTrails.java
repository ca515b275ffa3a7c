package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.QueryTimeoutException;

/** Trails in memory whose store can be taken away. */
final class StubTrails implements Trails {

    private final InMemoryTrails trails;
    private volatile boolean away;

    StubTrails(Clock clock) {
        trails = new InMemoryTrails(TestFixes.SETTINGS, clock);
    }

    void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public int add(List<LocationUpdate> fixes) {
        checkThere();
        return trails.add(fixes);
    }

    @Override
    public void remove(VendorId vendor, Instant upTo) {
        checkThere();
        trails.remove(vendor, upTo);
    }

    @Override
    public List<TrailPoint> find(VendorId vendor, Instant since) {
        checkThere();
        return trails.find(vendor, since);
    }

    private void checkThere() {
        if (away) {
            throw new QueryTimeoutException("The store does not answer");
        }
    }
}
