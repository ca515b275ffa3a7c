package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.HttpRefusals;
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
    private final JsonMapper json;

    SignInLimitFilter(AddressLimits limits, JsonMapper json) {
        this.failedSignIns = limits.failedSignIns();
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
            refuse(request, response, wait);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            failedSignIns.take(address, _ -> {});
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(ConnectionLimits.inSeconds(wait)));
        var reply =
                new ErrorReply(
                        ErrorCode.RATE_LIMIT_EXCEEDED,
                        "Too many sign-ins have failed from your address",
                        true,
                        null,
                        null,
                        null,
                        Map.of("retryAfterMs", wait.toMillis() + 1));
        HttpRefusals.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), reply, json);
    }
}
