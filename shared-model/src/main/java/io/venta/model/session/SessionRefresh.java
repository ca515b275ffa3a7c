package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client sends to {@link io.venta.model.Destinations#SESSION_REFRESH}.
 *
 * @param token a newer JWT of the same user
 */
public record SessionRefresh(@JsonProperty(required = true) String token) {

    /** Checks that it is there. */
    public SessionRefresh {
        if (token == null) {
            throw new IllegalArgumentException("token is required");
        }
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "SessionRefresh";
    }
}
