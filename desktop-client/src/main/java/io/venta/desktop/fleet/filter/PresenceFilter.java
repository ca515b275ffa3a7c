package io.venta.desktop.fleet.filter;

import io.venta.desktop.vendor.Vendor;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;
import java.util.Locale;
import java.util.function.Predicate;

/** Whether a device has to be connected; of whom nobody knows fits only {@link #ANY}. */
public enum PresenceFilter implements Predicate<Vendor> {
    /** It does not matter. */
    ANY,
    /** One is. */
    CONNECTED,
    /** None is. */
    NOT_CONNECTED;

    @Override
    public boolean test(Vendor vendor) {
        PresenceEntry entry = vendor.presenceProperty().get();
        return switch (this) {
            case ANY -> true;
            case CONNECTED -> entry != null && entry.status() != PresenceStatus.OFFLINE;
            case NOT_CONNECTED -> entry != null && entry.status() == PresenceStatus.OFFLINE;
        };
    }

    /** The lower-case name, as text keys have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
