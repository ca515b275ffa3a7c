package io.venta.server.security;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Refuses handshakes of pages from elsewhere with 403: an origin is on the list, letter by letter,
 * or the gateway's own.
 *
 * <p>Goes before Spring's own check, which takes an origin apart first: over one that cannot be it
 * would fail, and say so in the log at length.
 */
final class AllowedOrigins implements HandshakeInterceptor {

    private final Set<String> allowed;

    AllowedOrigins(String... allowed) {
        this.allowed =
                Arrays.stream(allowed)
                        .map(origin -> origin.strip().replaceFirst("/$", ""))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var origins = request.getHeaders().getOrDefault(HttpHeaders.ORIGIN, List.of());
        var isAllowed =
                origins.isEmpty()
                        || (origins.size() == 1
                                && (allowed.contains(origins.getFirst())
                                        || origins.getFirst().equals(own(request.getURI()))));
        if (!isAllowed) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
        }
        return isAllowed;
    }

    /** As a browser writes the origin of this server's own page. */
    private static String own(URI address) {
        var isDefault =
                address.getPort() < 0
                        || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        return address.getScheme()
                + "://"
                + address.getHost()
                + (isDefault ? "" : ":" + address.getPort());
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing was kept.
    }
}
