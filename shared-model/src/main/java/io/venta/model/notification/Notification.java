package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes on {@link io.venta.model.Destinations#NOTIFICATIONS}. It may come more than once: drop
 * ids already seen.
 *
 * @param id unique for the recipient
 * @param type the sender's word for the kind
 * @param title one line
 * @param message the text
 * @param priority how much it matters
 * @param actionUrl where acting on it leads: https, or relative
 * @param data whatever the sender adds
 * @param createdAt when the gateway took it
 * @param readAt when the recipient read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notification(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String message,
        @JsonProperty(required = true) Priority priority,
        @Nullable String actionUrl,
        @Nullable Map<String, Object> data,
        @JsonProperty(required = true) Instant createdAt,
        @Nullable Instant readAt) {}
