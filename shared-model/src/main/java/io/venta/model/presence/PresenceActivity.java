package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to {@link io.venta.model.Destinations#PRESENCE_ACTIVITY}, and again while it
 * lasts.
 *
 * @param type what is done
 * @param target where or at what, 1 to 128 characters without control characters, by the convention
 *     {@code vendor.<id>} or {@code room.<id>}; required unless the type is {@link
 *     ActivityType#ACTIVE}, which has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceActivity(
        @JsonProperty(required = true) ActivityType type, @Nullable String target) {

    private static final int LONGEST_TARGET = 128;

    /** Checks that target and type fit. */
    public PresenceActivity {
        if (type == null) {
            throw new IllegalArgumentException("type is required");
        }
        if ((type == ActivityType.ACTIVE) != (target == null)) {
            throw new IllegalArgumentException("TYPING and VIEWING have a target, ACTIVE has none");
        }
        if (target != null && !isTarget(target)) {
            throw new IllegalArgumentException(
                    "target must be 1 to 128 characters without control characters");
        }
    }

    private static boolean isTarget(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_TARGET
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
