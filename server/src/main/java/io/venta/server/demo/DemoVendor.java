package io.venta.server.demo;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.vendor.VendorUpdate;
import java.time.Duration;
import java.time.Instant;

/**
 * One vendor of the demo.
 *
 * @param id its id
 * @param name what people call it
 * @param type what kind
 * @param description what it offers
 * @param open whether it serves
 * @param movement how it gets about
 * @param silence how long before the start it was last heard; zero: it reports all the time
 */
record DemoVendor(
        VendorId id,
        String name,
        String type,
        String description,
        boolean open,
        Movement movement,
        Duration silence) {

    private static final double ACCURACY_METRES = 5;
    private static final double MICRO = 1e6;
    private static final double TENTH = 10;
    private static final double HUNDREDTH = 100;

    boolean silent() {
        return silence.isPositive();
    }

    /** The position as a receiver would tell it, without digits it could not know. */
    LocationUpdate locationAt(Instant moment) {
        var fix = movement.at(moment);
        var position = fix.position();
        return new LocationUpdate(
                id,
                new GeoPosition(rounded(position.lat(), MICRO), rounded(position.lng(), MICRO)),
                ACCURACY_METRES,
                rounded(fix.heading(), TENTH),
                rounded(fix.speed(), HUNDREDTH),
                moment);
    }

    VendorUpdate profileAt(Instant moment) {
        return new VendorUpdate(id, name, description, type, open, moment);
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
