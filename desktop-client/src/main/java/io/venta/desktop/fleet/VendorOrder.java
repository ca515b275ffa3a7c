package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * By name, as the user's language sorts and as people count, whatever the case and accents; the
 * same names by id. JavaFX thread only.
 */
final class VendorOrder {

    private final Collator collator = Collator.getInstance(Locale.getDefault());
    private final Map<String, NaturalKey> keys = new HashMap<>();

    VendorOrder() {
        collator.setStrength(Collator.PRIMARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    List<Vendor> arrange(Collection<Vendor> vendors, Predicate<Vendor> filter) {
        Comparator<Vendor> byName = Comparator.comparing(vendor -> key(vendor.name()));
        return vendors.stream().filter(filter).sorted(byName.thenComparing(Vendor::id)).toList();
    }

    private NaturalKey key(String name) {
        return keys.computeIfAbsent(name, unknown -> NaturalKey.of(unknown, collator));
    }
}
