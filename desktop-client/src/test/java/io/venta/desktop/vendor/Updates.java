package io.venta.desktop.vendor;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.vendor.VendorUpdate;
import java.time.Instant;

/** Short ways to write what the gateway says. */
public final class Updates {

    /** The moment that tests start at. */
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Updates() {}

    /** A fix that says nothing of its motion. */
    public static LocationUpdate fix(String id, double lat, double lng, Instant at) {
        return new LocationUpdate(
                new VendorId(id), new GeoPosition(lat, lng), null, null, null, at);
    }

    /** A fix of one that moves. */
    public static LocationUpdate moving(
            String id, double lat, double lng, double speed, double heading, Instant at) {
        return new LocationUpdate(
                new VendorId(id), new GeoPosition(lat, lng), null, heading, speed, at);
    }

    /** A profile. */
    public static VendorUpdate profile(String id, String name, String type) {
        return new VendorUpdate(new VendorId(id), name, null, type, null, NOON);
    }
}
