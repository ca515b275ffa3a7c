package io.venta.server.presence;

/** What every registry of devices does. */
interface PresenceStoreContract
        extends PresenceDevicesContract, PresenceNodesContract, PresenceLogContract {}
