package io.venta.desktop.fleet;

import io.venta.desktop.fx.NaturalOrder;
import io.venta.desktop.vendor.Vendor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** By name as people sort; the same names by id. JavaFX thread only. */
final class VendorOrder {

    private final Comparator<Vendor> order =
            Comparator.comparing(Vendor::name, new NaturalOrder()).thenComparing(Vendor::id);

    List<Vendor> arrange(Collection<Vendor> vendors, Predicate<Vendor> filter) {
        return vendors.stream().filter(filter).sorted(order).toList();
    }
}
