package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Some of a user's notifications. A client sends it to {@link
 * io.venta.model.Destinations#NOTIFICATION_RECEIVED} once it has them; it comes to all devices of
 * the user, the one that said so too, as {@link io.venta.model.MessageType#NOTIFICATION_READ} when
 * they were read. Ids that are not known mean nothing.
 *
 * @param ids of {@link Notification}, at most {@link #MAX}
 */
public record NotificationIds(@JsonProperty(required = true) List<String> ids) {

    /** How many one message may name. */
    public static final int MAX = 500;

    /** Checks their number. */
    public NotificationIds {
        if (ids == null || ids.size() > MAX) {
            throw new IllegalArgumentException("ids must be at most 500");
        }
        if (ids.stream()
                .anyMatch(id -> id == null || id.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("ids must be ids, without control characters");
        }
        ids = List.copyOf(ids);
    }
}
