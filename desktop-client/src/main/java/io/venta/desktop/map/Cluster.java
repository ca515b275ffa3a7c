package io.venta.desktop.map;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import java.util.List;

/**
 * Marks that would lie on each other, drawn as one in one frame.
 *
 * @param vendors whom it stands for
 * @param x the middle of their marks, in pixels
 * @param y the middle of their marks, in pixels
 */
record Cluster(List<Vendor> vendors, double x, double y) {

    private static final double SMALLEST = 13;

    /** Its disc's radius, larger with more vendors. */
    double radius() {
        return SMALLEST + Math.min(9, 2.2 * Math.log(vendors.size()));
    }

    int count(VendorStatus status) {
        int count = 0;
        for (Vendor vendor : vendors) {
            if (vendor.status() == status) {
                count++;
            }
        }
        return count;
    }
}
