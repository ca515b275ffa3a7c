package io.venta.server.session;

import io.venta.model.Destinations;

/** What kind of event a SEND is, as far as the kinds have limits of their own. */
public enum EventKind {
    /** Where a vendor is. */
    LOCATION_REPORT,
    /** What is said in a room. */
    ROOM_MESSAGE,
    /** That somebody types in a room. */
    TYPING,
    /** All others. */
    OTHER;

    private static final String ROOM = Destinations.APP + "/room.";

    static EventKind of(String destination) {
        if (destination.equals(Destinations.LOCATION_REPORT)) {
            return LOCATION_REPORT;
        }
        if (destination.startsWith(ROOM)) {
            return destination.endsWith(".typing") ? TYPING : ROOM_MESSAGE;
        }
        return OTHER;
    }
}
