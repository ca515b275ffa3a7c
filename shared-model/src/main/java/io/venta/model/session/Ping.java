package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What a client sends to {@link io.venta.model.Destinations#SESSION_PING}.
 *
 * @param sentAt by the client's clock
 */
public record Ping(@JsonProperty(required = true) Instant sentAt) {

    /** Checks that it is there. */
    public Ping {
        if (sentAt == null) {
            throw new IllegalArgumentException("sentAt is required");
        }
    }
}
