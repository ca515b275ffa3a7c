package io.venta.desktop.fleet.export;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.model.presence.PresenceEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is exported of a vendor, as it was at one moment; any thread may read it.
 *
 * @param alerted whether a rule holds for it
 * @param fix the last known one
 * @param presence whether it is connected
 */
record VendorLine(
        String id,
        String name,
        String type,
        VendorStatus status,
        boolean alerted,
        @Nullable Fix fix,
        @Nullable PresenceEntry presence) {

    /** JavaFX thread only. */
    static VendorLine of(Vendor vendor) {
        return new VendorLine(
                vendor.id().value(),
                vendor.name(),
                vendor.typeProperty().get(),
                vendor.status(),
                vendor.alertedProperty().get(),
                vendor.fix(),
                vendor.presenceProperty().get());
    }
}
