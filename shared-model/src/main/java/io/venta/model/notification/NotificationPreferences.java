package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Which kinds of notifications a user wants pushed while away; {@code GET} and {@code PUT
 * /api/notifications/preferences}. What is not pushed is stored and shown all the same.
 *
 * @param push by {@link Notification#type}, at most 200; a type that is not there is pushed
 */
public record NotificationPreferences(@JsonProperty(required = true) Map<String, Boolean> push) {

    private static final int MAX = 200;

    /** Checks their number. */
    public NotificationPreferences {
        if (push == null || push.size() > MAX) {
            throw new IllegalArgumentException("push must have at most 200 types");
        }
        push = Map.copyOf(push);
    }
}
