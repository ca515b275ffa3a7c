package io.venta.desktop.notification;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where acting on a notification leads: https, or a path of the server; nothing else is a link.
 *
 * @param server what paths belong to
 */
record Links(URI server) {

    Optional<URI> of(@Nullable String actionUrl) {
        if (actionUrl == null || actionUrl.startsWith("//")) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(actionUrl);
            if (uri.getScheme() == null) {
                return Optional.of(URI.create(server + "/").resolve(uri));
            }
            boolean secure = uri.getScheme().equalsIgnoreCase("https") && uri.getHost() != null;
            return secure ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not an address: the server should not have let it pass.
        }
    }
}
