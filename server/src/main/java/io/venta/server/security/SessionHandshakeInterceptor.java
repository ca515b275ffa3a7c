package io.venta.server.security;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Remembers the HTTP session that a handshake came with and its CSRF token, for CONNECT to match.
 *
 * <p>A browser says where the page is from; who does not is no browser, and has no business with a
 * browser's cookie. A handshake with a secret in its address is refused: it is in the logs of each
 * proxy already, and its client should learn that at once.
 */
final class SessionHandshakeInterceptor implements HandshakeInterceptor {

    private static final String CSRF = SessionHandshakeInterceptor.class.getName() + ".csrf";
    private static final String BROWSER = SessionHandshakeInterceptor.class.getName() + ".browser";

    /** By its name, or by its look: three parts with dots, of which the first begins a JSON. */
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i:(^|&)[^=&]*(token|jwt|auth|bearer|secret|password|credential)[^=&]*=)"
                            + "|=eyJ[\\w-]+\\.[\\w-]+\\.");

    private final CsrfTokenRepository tokens;

    SessionHandshakeInterceptor(CsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    static @Nullable String csrfToken(@Nullable Map<String, Object> socketAttributes) {
        return socketAttributes == null ? null : (String) socketAttributes.get(CSRF);
    }

    static @Nullable BrowserSession browser(@Nullable Map<String, Object> socketAttributes) {
        return socketAttributes == null ? null : (BrowserSession) socketAttributes.get(BROWSER);
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var query = request.getURI().getQuery();
        if (query != null && SECRET.matcher(query).find()) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            return false;
        }
        if (request instanceof ServletServerHttpRequest servlet
                && request.getHeaders().getOrigin() != null) {
            rememberSession(servlet, attributes);
        }
        return true;
    }

    private void rememberSession(ServletServerHttpRequest request, Map<String, Object> attributes) {
        var session = request.getServletRequest().getSession(false);
        var token = tokens.loadToken(request.getServletRequest());
        if (session != null && token != null) {
            attributes.put(BROWSER, BrowserSession.of(session.getId()));
            attributes.put(CSRF, token.getToken());
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing to undo: what is remembered lives and dies with the socket's attributes.
    }
}
