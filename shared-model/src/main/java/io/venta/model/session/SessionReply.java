package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Answer to {@code POST} and {@code GET /api/auth/session}.
 *
 * @param csrfToken for CONNECT and for HTTP requests that change something, as header {@code
 *     X-CSRF-TOKEN}
 * @param user who is signed in
 * @param expiresAt when the session ends
 */
public record SessionReply(
        @JsonProperty(required = true) String csrfToken,
        @JsonProperty(required = true) SessionUser user,
        @JsonProperty(required = true) Instant expiresAt) {}
