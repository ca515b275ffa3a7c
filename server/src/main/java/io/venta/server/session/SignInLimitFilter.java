package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.RefusalFigures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts sign-ins over HTTP that fail, and refuses an address from which too many did, before
 * anybody looks at password or token.
 */
@Component
@Order(SignInLimitFilter.BEFORE_SECURITY)
final class SignInLimitFilter extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -101;

    private static final Set<String> SIGN_INS = Set.of("/api/auth/login", "/api/auth/session");

    private final AddressRate failedSignIns;
    private final RefusalFigures figures;
    private final JsonMapper json;

    SignInLimitFilter(AddressLimits limits, RefusalFigures figures, JsonMapper json) {
        this.failedSignIns = limits.failedSignIns();
        this.figures = figures;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !SIGN_INS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ClientAddress.of(request.getRemoteAddr());
        var wait = failedSignIns.closedFor(address);
        if (!wait.isZero()) {
            refuse(response, address, wait);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            failedSignIns.take(address, _ -> {});
        }
    }

    private void refuse(HttpServletResponse response, String address, Duration wait)
            throws IOException {
        figures.refused(ErrorCode.RATE_LIMIT_EXCEEDED, address);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(ConnectionLimits.inSeconds(wait)));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        var reply =
                new ErrorReply(
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        "Too many sign-ins have failed from your address",
                        true,
                        null,
                        null,
                        null,
                        Map.of("retryAfterMs", wait.toMillis() + 1));
        response.getOutputStream().write(json.writeValueAsBytes(reply));
    }
}
