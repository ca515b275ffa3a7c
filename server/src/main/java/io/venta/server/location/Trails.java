package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.util.List;

/**
 * Where vendors were lately, for all nodes: of each vendor one fix of each slot of {@link
 * TrailSettings}, as far back as they say. What is kept is rounded as {@link PackedPoint} says.
 *
 * <p>A trail only grows at its end, so whatever nodes write late or twice changes nothing. Nothing
 * stays of a vendor that is not heard of for so long. Thread-safe. Where the store is out of reach,
 * methods throw what the store's driver throws; then a part of the fixes given may be kept.
 */
interface Trails {

    /**
     * Adds fixes, each vendor's oldest first, but for those whose slot is not later than that of
     * the vendor's last one.
     *
     * @param fixes from 1970 on
     * @return how many were added
     */
    int add(List<LocationUpdate> fixes);

    /**
     * Forgets a vendor's points up to a moment. For a minute at least none of that time is added.
     */
    void remove(VendorId vendor, Instant upTo);

    /** The points of a vendor from a moment on, oldest first; none that are too old to be kept. */
    List<TrailPoint> find(VendorId vendor, Instant since);
}
