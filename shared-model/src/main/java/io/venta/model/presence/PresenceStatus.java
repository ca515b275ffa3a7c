package io.venta.model.presence;

import java.util.Collection;
import java.util.List;

/** How present a device, a user or a vendor is. */
public enum PresenceStatus {
    /** Connected and active. */
    ONLINE,
    /** Connected, but nothing was done for a while. */
    IDLE,
    /** Connected; the user said to be elsewhere. */
    AWAY,
    /** Connected; the user said not to be disturbed. */
    BUSY,
    /** Not connected. */
    OFFLINE;

    private static final List<PresenceStatus> STRONGEST_FIRST =
            List.of(BUSY, ONLINE, AWAY, IDLE, OFFLINE);

    /**
     * What a user or vendor with these devices is: who is busy on one is busy; else who is online
     * on one is online, then away, then idle; without devices offline.
     */
    public static PresenceStatus merge(Collection<PresenceStatus> devices) {
        return STRONGEST_FIRST.stream().filter(devices::contains).findFirst().orElse(OFFLINE);
    }
}
