package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Answer to {@code POST /api/auth/login}.
 *
 * @param accessToken a JWT for CONNECT and for HTTP's bearer
 * @param expiresAt when it ends
 */
public record LoginReply(
        @JsonProperty(required = true) String accessToken,
        @JsonProperty(required = true) Instant expiresAt) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "LoginReply[expiresAt=" + expiresAt + "]";
    }
}
