package io.venta.desktop.fleet.filter;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;

/** How fast vendors are now, as far as their last fixes say. */
public final class Speeds {

    private Speeds() {}

    /** Whether the last fix says how fast it is now. */
    public static boolean known(Vendor vendor) {
        VendorStatus status = vendor.status();
        return vendor.fix() != null
                && (status == VendorStatus.MOVING || status == VendorStatus.STOPPED);
    }

    /** With its unit; empty where unknown. */
    public static String text(Vendor vendor) {
        Fix fix = vendor.fix();
        return fix != null && known(vendor) ? Ages.speed(fix.speed()) : "";
    }

    /** In whole km/h, as it is shown; 0 where unknown. */
    public static long kilometresPerHour(Vendor vendor) {
        Fix fix = vendor.fix();
        return fix != null && known(vendor) ? Math.round(fix.speed() * 3.6) : 0;
    }
}
