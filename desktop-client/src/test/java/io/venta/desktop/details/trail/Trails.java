package io.venta.desktop.details.trail;

import static io.venta.desktop.vendor.Updates.NOON;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import java.util.List;

/** Short ways to write what the server keeps of a vendor, in seconds before or after noon. */
public final class Trails {

    private Trails() {}

    /** A whole answer. */
    public static VendorTrail answer(String vendor, TrailPoint... points) {
        return new VendorTrail(new VendorId(vendor), List.of(points));
    }

    /** A point on the way north. */
    public static TrailPoint point(int second, double speed) {
        return new TrailPoint(
                new GeoPosition(52 + second / 1e5, 21), 0.0, speed, NOON.plusSeconds(second));
    }
}
