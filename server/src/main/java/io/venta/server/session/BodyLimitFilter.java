package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.HttpRefusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies of requests that are too large: at once where they say so, else where somebody has
 * read too much of one. A body that nobody asks for is not read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long most;
    private final JsonMapper json;

    BodyLimitFilter(@Value("${gateway.max-body-size}") DataSize most, JsonMapper json) {
        this.most = most.toBytes();
        this.json = json;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            var reply = ErrorReply.of(ErrorCode.MESSAGE_TOO_LARGE, LimitedBody.reason(most));
            response.setHeader(HttpHeaders.CONNECTION, "close");
            HttpRefusals.write(
                    request, response, HttpStatus.CONTENT_TOO_LARGE.value(), reply, json);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new LimitedBody(request, most), response);
        }
    }
}
