package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code PUT /api/devices/{deviceId}/push-token} takes: where a device is pushed to.
 *
 * @param token Firebase Cloud Messaging's registration token, at most 1,024 characters
 */
public record PushToken(@JsonProperty(required = true) String token) {

    private static final int MAX = 1_024;

    /** Checks its length. */
    public PushToken {
        if (token == null || token.isBlank() || token.length() > MAX) {
            throw new IllegalArgumentException("token must have 1 to 1,024 characters");
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "PushToken";
    }
}
