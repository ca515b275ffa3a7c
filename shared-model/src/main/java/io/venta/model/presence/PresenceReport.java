package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client sends to {@link io.venta.model.Destinations#PRESENCE_REPORT}: what the user says of
 * the own device.
 *
 * @param status {@code ONLINE}, {@code AWAY} or {@code BUSY}; the others nobody says of oneself
 */
public record PresenceReport(@JsonProperty(required = true) PresenceStatus status) {

    /** Checks that it is one that a user may say. */
    public PresenceReport {
        if (status == null) {
            throw new IllegalArgumentException("status is required");
        }
        if (status == PresenceStatus.IDLE || status == PresenceStatus.OFFLINE) {
            throw new IllegalArgumentException("status must be ONLINE, AWAY or BUSY");
        }
    }
}
