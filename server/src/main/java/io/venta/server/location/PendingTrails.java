package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What is to be written to the trails: removals, and fixes that are newer than those. Of more than
 * so many of each the first are dropped. Thread-safe.
 */
final class PendingTrails {

    private final int most;
    private final ArrayDeque<LocationUpdate> fixes = new ArrayDeque<>();
    private final SequencedMap<VendorId, Instant> removals = new LinkedHashMap<>();
    private long dropped;

    PendingTrails(int most) {
        this.most = most;
    }

    synchronized void add(LocationUpdate fix) {
        fixes.addLast(fix);
        dropExcess();
    }

    synchronized void remove(VendorId vendor, Instant upTo) {
        removals.merge(vendor, upTo, PendingTrails::later);
        if (removals.size() > most) {
            removals.pollFirstEntry();
        }
        fixes.removeIf(this::isRemoved);
    }

    /** Takes all there is. */
    synchronized Batch take() {
        var batch = new Batch(Map.copyOf(removals), List.copyOf(fixes));
        removals.clear();
        fixes.clear();
        return batch;
    }

    /** Gives back what could not be written, in front of what has come since. */
    synchronized void putBack(Batch batch) {
        batch.removals.forEach(
                (vendor, upTo) -> removals.merge(vendor, upTo, PendingTrails::later));
        batch.fixes.reversed().stream().filter(fix -> !isRemoved(fix)).forEach(fixes::addFirst);
        dropExcess();
    }

    synchronized int size() {
        return fixes.size();
    }

    /** How many fixes were dropped since the start. */
    synchronized long dropped() {
        return dropped;
    }

    private boolean isRemoved(LocationUpdate fix) {
        var upTo = removals.get(fix.vendorId());
        return upTo != null && !fix.timestamp().isAfter(upTo);
    }

    private void dropExcess() {
        while (fixes.size() > most) {
            fixes.removeFirst();
            dropped++;
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /**
     * What is written together.
     *
     * @param removals up to when points of vendors are to go; first
     * @param fixes in the order in which they came
     */
    record Batch(Map<VendorId, Instant> removals, List<LocationUpdate> fixes) {

        boolean isEmpty() {
            return removals.isEmpty() && fixes.isEmpty();
        }
    }
}
