package io.venta.desktop.presence;

import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceStatus;

/**
 * One of the roster.
 *
 * @param entry how present it is
 * @param known false while the server has not said yet how present it is
 * @param name what people call it
 * @param viewing the names of what its devices look at, with commas; empty for nothing
 */
record RosterRow(PresenceEntry entry, boolean known, String name, String viewing) {

    String id() {
        return entry.id();
    }

    PresenceStatus status() {
        return entry.status();
    }
}
