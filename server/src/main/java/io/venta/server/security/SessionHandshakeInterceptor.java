package io.venta.server.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Remembers the CSRF token of the HTTP session that a handshake came with, for CONNECT to match.
 *
 * <p>A browser says where the page is from; who does not is no browser, and has no business with a
 * browser's cookie.
 */
final class SessionHandshakeInterceptor implements HandshakeInterceptor {

    private static final String ATTRIBUTE = SessionHandshakeInterceptor.class.getName() + ".csrf";

    private final CsrfTokenRepository tokens;

    SessionHandshakeInterceptor(CsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    static @Nullable String csrfToken(@Nullable Map<String, Object> socketAttributes) {
        return socketAttributes == null ? null : (String) socketAttributes.get(ATTRIBUTE);
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (request instanceof ServletServerHttpRequest servlet
                && request.getHeaders().getOrigin() != null) {
            var token = tokens.loadToken(servlet.getServletRequest());
            if (token != null) {
                attributes.put(ATTRIBUTE, token.getToken());
            }
        }
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing to undo: the token lives and dies with the socket's attributes.
    }
}
