package io.venta.desktop.fleet.filter;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A state to choose vendors by; of several chosen, one that fits is enough. */
public enum StateFilter implements Predicate<Vendor> {
    /** On the way. */
    MOVING(VendorStatus.MOVING),
    /** A fresh fix, not moving. */
    STOPPED(VendorStatus.STOPPED),
    /** Connected, or nobody knows, but the fix is old. */
    STALE(VendorStatus.STALE),
    /** Neither connected nor a fresh fix. */
    OFFLINE(VendorStatus.OFFLINE),
    /** A rule holds for it that nobody has acknowledged, whatever else its state. */
    ALERTED(null),
    /** Nobody knows where it is. */
    UNLOCATED(VendorStatus.UNLOCATED);

    private final @Nullable VendorStatus status;

    StateFilter(@Nullable VendorStatus status) {
        this.status = status;
    }

    @Override
    public boolean test(Vendor vendor) {
        return status == null ? vendor.alertedProperty().get() : vendor.status() == status;
    }

    /** How many it lets through, of so many in each state and so many alerted. */
    int count(Map<VendorStatus, Integer> statuses, int alerted) {
        return status == null ? alerted : statuses.getOrDefault(status, 0);
    }

    /** The lower-case name, as style classes and text keys have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
