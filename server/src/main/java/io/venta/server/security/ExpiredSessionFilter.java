package io.venta.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a browser's session with its token, which is over or was revoked: a session's own time
 * begins anew with each request, and would never be over for a page that goes on asking.
 *
 * <p>Handshakes do not come by: there CONNECT says that the token is over, so that the page can
 * tell.
 */
final class ExpiredSessionFilter extends OncePerRequestFilter {

    private final OAuth2TokenValidator<Jwt> stillCounts;

    ExpiredSessionFilter(OAuth2TokenValidator<Jwt> stillCounts) {
        this.stillCounts = stillCounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user != null
                && user.getCredentials() instanceof Jwt token
                && stillCounts.validate(token).hasErrors()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
