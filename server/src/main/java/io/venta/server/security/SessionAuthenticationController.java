package io.venta.server.security;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import io.venta.model.session.SessionReply;
import io.venta.model.session.SessionUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Turns a bearer token into a browser's session, says who is signed in, and signs out. */
@RestController
@RequestMapping("/api/auth/session")
class SessionAuthenticationController {

    private final HttpSessionSecurityContextRepository sessions;
    private final CsrfTokenRepository csrfTokens;
    private final BrowserSessions browsers;

    SessionAuthenticationController(
            HttpSessionSecurityContextRepository sessions,
            CsrfTokenRepository csrfTokens,
            BrowserSessions browsers) {
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
        this.browsers = browsers;
    }

    @PostMapping
    SessionReply open(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        browsers.end(request);
        var session = request.getSession(true);
        session.setMaxInactiveInterval(Math.toIntExact(browsers.idle(expiry(user)).toSeconds()));
        sessions.saveContext(new SecurityContextImpl(user), request, response);
        return describe(user, request, response);
    }

    @GetMapping
    SessionReply current(
            SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        return describe(user, request, response);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(HttpServletRequest request) {
        browsers.end(request);
        SecurityContextHolder.clearContext();
    }

    private SessionReply describe(
            SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        var token = csrfTokens.loadDeferredToken(request, response).get();
        var vendor = user.getToken().getClaimAsString("vendor_id");
        var roles =
                Arrays.stream(Role.values())
                        .filter(
                                role ->
                                        user.getAuthorities().stream()
                                                .anyMatch(
                                                        granted ->
                                                                ("ROLE_" + role)
                                                                        .equals(
                                                                                granted
                                                                                        .getAuthority())))
                        .collect(Collectors.toUnmodifiableSet());
        var id = vendor != null && VendorId.isValid(vendor) ? new VendorId(vendor) : null;
        return new SessionReply(
                token.getToken(), new SessionUser(user.getName(), roles, id), expiry(user));
    }

    private static Instant expiry(SignedInUser user) {
        var expiresAt = user.getToken().getExpiresAt();
        return expiresAt == null ? Instant.EPOCH : expiresAt;
    }
}
