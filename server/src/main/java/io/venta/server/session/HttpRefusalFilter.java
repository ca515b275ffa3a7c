package io.venta.server.session;

import io.venta.server.error.HttpRefusals;
import io.venta.server.error.RefusalFigures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what is refused over HTTP, handshakes too, whoever refuses it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HttpRefusalFilter extends OncePerRequestFilter {

    private final RefusalFigures figures;

    HttpRefusalFilter(RefusalFigures figures) {
        this.figures = figures;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        var code = HttpRefusals.code(request, response.getStatus());
        if (code != null) {
            figures.refused(code, ClientAddress.of(request.getRemoteAddr()));
        }
    }
}
