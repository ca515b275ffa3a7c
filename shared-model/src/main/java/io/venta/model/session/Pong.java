package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The answer to a {@link Ping}.
 *
 * @param sentAt as the client sent it
 * @param receivedAt by the server's clock
 */
public record Pong(
        @JsonProperty(required = true) Instant sentAt,
        @JsonProperty(required = true) Instant receivedAt) {}
