package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service publishes to the exchange {@code notifications}, or sends by {@code POST
 * /api/notifications}.
 *
 * @param type the sender's word for the kind, 1 to 60 characters
 * @param title one line, 1 to 200 characters
 * @param message the text, 1 to 4,000 characters
 * @param priority how much it matters; absent: {@link Priority#NORMAL}
 * @param actionUrl https, or relative
 * @param data whatever the sender adds
 * @param expiresAt when it is of no more use; it is shown to nobody from then on
 * @param userIds to whom, 1 to 1,000; with the routing key {@code users} and over HTTP
 * @param vendorId to the users of this vendor; over HTTP
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationRequest(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String message,
        @Nullable Priority priority,
        @Nullable String actionUrl,
        @Nullable Map<String, Object> data,
        @Nullable Instant expiresAt,
        @Nullable List<String> userIds,
        @Nullable String vendorId) {

    private static final int MAX_TYPE = 60;
    private static final int MAX_TITLE = 200;
    private static final int MAX_MESSAGE = 4_000;
    private static final int MAX_USERS = 1_000;
    private static final int MAX_URL = 2_000;

    /** Checks lengths and the address. */
    public NotificationRequest {
        checkText("type", type, MAX_TYPE);
        checkText("title", title, MAX_TITLE);
        checkText("message", message, MAX_MESSAGE);
        if (actionUrl != null && (actionUrl.length() > MAX_URL || !isHttpsOrRelative(actionUrl))) {
            throw new IllegalArgumentException("actionUrl must be https or relative");
        }
        if (userIds != null && (userIds.isEmpty() || userIds.size() > MAX_USERS)) {
            throw new IllegalArgumentException("userIds must be 1 to 1,000");
        }
    }

    private static void checkText(String name, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s is required and has at most %d characters".formatted(name, longest));
        }
    }

    private static boolean isHttpsOrRelative(String url) {
        var uri = URI.create(url);
        return uri.getScheme() == null
                ? uri.getRawAuthority() == null && !url.startsWith("//")
                : uri.getScheme().equals("https") && uri.getHost() != null;
    }
}
