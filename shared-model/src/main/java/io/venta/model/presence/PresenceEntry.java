package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How present a user or a vendor is.
 *
 * @param kind which of the two
 * @param id the user's id or the vendor's
 * @param status of all devices together, see {@link PresenceStatus#merge}
 * @param devices the connected ones, in the order in which they connected
 * @param lastSeen when the last device left; absent while one is connected, or where none ever was
 * @param degraded true where the node knows its own devices for certain, but not those of others;
 *     absent else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceEntry(
        @JsonProperty(required = true) PresenceKind kind,
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) PresenceStatus status,
        @JsonProperty(required = true) List<PresenceDevice> devices,
        @Nullable Instant lastSeen,
        @Nullable Boolean degraded) {

    /** Keeps what was given from changing. */
    public PresenceEntry {
        devices = List.copyOf(devices);
    }
}
