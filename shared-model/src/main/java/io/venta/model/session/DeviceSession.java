package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.location.VendorId;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live connection, as {@code GET /api/sessions} tells its user.
 *
 * @param session its id, the {@code session} of CONNECTED
 * @param user whose it is
 * @param vendorId the vendor that its token names
 * @param deviceId the client's name for the device, or one that the gateway chose
 * @param deviceType what kind it is; absent where its CONNECT did not say
 * @param status how present it is
 * @param node which node it is connected to
 * @param address where it comes from
 * @param connectedSince when it connected
 * @param expiresAt when its token ends; absent where nothing says so
 * @param subscriptions how many it has, some seconds ago
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceSession(
        @JsonProperty(required = true) String session,
        @JsonProperty(required = true) String user,
        @Nullable VendorId vendorId,
        @JsonProperty(required = true) String deviceId,
        @Nullable DeviceType deviceType,
        @JsonProperty(required = true) PresenceStatus status,
        @JsonProperty(required = true) String node,
        @JsonProperty(required = true) String address,
        @JsonProperty(required = true) Instant connectedSince,
        @Nullable Instant expiresAt,
        @JsonProperty(required = true) int subscriptions) {}
