package io.venta.server.presence;

import io.venta.model.Destinations;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceKind;
import java.util.List;

/** Whose presence it is: a user's or a vendor's. */
record Subject(PresenceKind kind, String id) {

    static Subject user(String id) {
        return new Subject(PresenceKind.USER, id);
    }

    static Subject vendor(VendorId id) {
        return new Subject(PresenceKind.VENDOR, id.value());
    }

    /** The topic on which it is told. */
    String destination() {
        return kind == PresenceKind.USER
                ? Destinations.presence(UserKey.of(id))
                : Destinations.presence(new VendorId(id));
    }

    /** Whose presence a device makes. */
    static List<Subject> of(Device device) {
        var user = new Subject(PresenceKind.USER, device.user());
        var vendor = device.vendor();
        return vendor == null
                ? List.of(user)
                : List.of(user, new Subject(PresenceKind.VENDOR, vendor.value()));
    }
}
