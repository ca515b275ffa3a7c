package io.venta.server.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.notification.Priority;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service publishes to the exchange {@code notifications}.
 *
 * @param type the sender's word for the kind
 * @param title one line
 * @param message the text
 * @param priority how much it matters; absent: {@link Priority#NORMAL}
 * @param actionUrl https, or relative
 * @param data whatever the sender adds
 */
record ServiceNotification(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String message,
        @Nullable Priority priority,
        @Nullable String actionUrl,
        @Nullable Map<String, Object> data) {

    ServiceNotification {
        if (type == null || title == null || message == null) {
            throw new IllegalArgumentException("type, title and message are required");
        }
        if (actionUrl != null && !isHttpsOrRelative(actionUrl)) {
            throw new IllegalArgumentException("actionUrl must be https or relative");
        }
    }

    private static boolean isHttpsOrRelative(String url) {
        var uri = URI.create(url);
        return uri.getScheme() == null
                ? uri.getRawAuthority() == null && !url.startsWith("//")
                : uri.getScheme().equals("https") && uri.getHost() != null;
    }
}
