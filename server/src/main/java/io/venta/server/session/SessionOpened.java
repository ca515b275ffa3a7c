package io.venta.server.session;

import io.venta.model.presence.DeviceType;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client was let in. Told on the thread that read its CONNECT, before it hears CONNECTED: must
 * not block.
 *
 * @param session its socket's id
 * @param user who it is
 * @param deviceId the client's name for the device; null where it has none
 * @param deviceType what kind it is; null where it does not say
 * @param address where it comes from
 * @param expiresAt when its token ends
 */
public record SessionOpened(
        String session,
        Principal user,
        @Nullable String deviceId,
        @Nullable DeviceType deviceType,
        String address,
        @Nullable Instant expiresAt) {}
