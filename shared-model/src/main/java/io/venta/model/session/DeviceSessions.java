package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Answer to {@code GET /api/sessions}.
 *
 * @param sessions in the order in which they connected
 */
public record DeviceSessions(@JsonProperty(required = true) List<DeviceSession> sessions) {

    /** Keeps what was given from changing. */
    public DeviceSessions {
        sessions = List.copyOf(sessions);
    }
}
