package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a user, as others see it.
 *
 * @param deviceId the client's name for it, or one that the gateway chose
 * @param deviceType what kind it is; absent where its CONNECT did not say
 * @param status how present it is; never {@link PresenceStatus#OFFLINE}
 * @param since when it connected
 * @param viewing what it looks at, in the client's own words
 * @param typing where it types, in the client's own words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceDevice(
        @JsonProperty(required = true) String deviceId,
        @Nullable DeviceType deviceType,
        @JsonProperty(required = true) PresenceStatus status,
        @JsonProperty(required = true) Instant since,
        @Nullable String viewing,
        @Nullable String typing) {}
