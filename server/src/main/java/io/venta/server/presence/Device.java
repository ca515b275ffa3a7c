package io.venta.server.presence;

import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected device, as all nodes know it.
 *
 * @param session the id of its socket, unique over all nodes and for good
 * @param user whose it is
 * @param vendor the vendor that its token names
 * @param id the client's name for it, or the session's id where it has none
 * @param type what kind it is
 * @param node which node it is connected to
 * @param address where it comes from
 * @param since when it connected, by its node's clock
 * @param expiresAt when its token ends
 * @param status how present it is; never {@link PresenceStatus#OFFLINE}
 * @param viewing what it looks at
 * @param typing where it types
 * @param subscriptions how many it has
 */
record Device(
        String session,
        String user,
        @Nullable VendorId vendor,
        String id,
        @Nullable DeviceType type,
        String node,
        String address,
        Instant since,
        @Nullable Instant expiresAt,
        PresenceStatus status,
        @Nullable String viewing,
        @Nullable String typing,
        int subscriptions) {

    /** The same device, doing something else. */
    Device with(PresenceStatus now, @Nullable String looksAt, @Nullable String typesIn) {
        return copy(expiresAt, now, looksAt, typesIn, subscriptions);
    }

    /** The same device, by a newer token. */
    Device until(Instant tokenEnd) {
        return copy(tokenEnd, status, viewing, typing, subscriptions);
    }

    /** The same device with so many subscriptions. */
    Device listening(int count) {
        return copy(expiresAt, status, viewing, typing, count);
    }

    private Device copy(
            @Nullable Instant until,
            PresenceStatus now,
            @Nullable String looksAt,
            @Nullable String typesIn,
            int count) {
        return new Device(
                session, user, vendor, id, type, node, address, since, until, now, looksAt, typesIn,
                count);
    }
}
