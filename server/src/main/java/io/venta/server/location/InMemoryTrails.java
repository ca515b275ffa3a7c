package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Trails of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryTrails implements Trails {

    private final TrailSettings settings;
    private final Clock clock;

    /** In the order in which they were last written to. */
    private final LinkedHashMap<VendorId, Written> trails = new LinkedHashMap<>();

    InMemoryTrails(TrailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized int add(List<LocationUpdate> fixes) {
        var oldest = settings.oldest(clock.instant());
        var added = 0;
        for (var fix : fixes) {
            if (write(fix.vendorId()).add(fix, settings.slot(fix.timestamp()), oldest)) {
                added++;
            }
        }
        forgetWrittenBefore(oldest);
        return added;
    }

    @Override
    public synchronized void remove(VendorId vendor, Instant upTo) {
        write(vendor).remove(upTo, settings.slot(upTo));
    }

    @Override
    public synchronized List<TrailPoint> find(VendorId vendor, Instant since) {
        var written = trails.get(vendor);
        return written == null
                ? List.of()
                : written.trail.from(settings.clamp(since, clock.instant()));
    }

    /** How many vendors it has something of. */
    synchronized int size() {
        return trails.size();
    }

    private PackedTrail write(VendorId vendor) {
        var before = trails.get(vendor);
        var trail = before == null ? new PackedTrail() : before.trail;
        trails.putLast(vendor, new Written(trail, clock.instant()));
        return trail;
    }

    private void forgetWrittenBefore(Instant oldest) {
        var eldest = trails.firstEntry();
        while (eldest != null && eldest.getValue().at.isBefore(oldest)) {
            trails.pollFirstEntry();
            eldest = trails.firstEntry();
        }
    }

    private record Written(PackedTrail trail, Instant at) {}
}
