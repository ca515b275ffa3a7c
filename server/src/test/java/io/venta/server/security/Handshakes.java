package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Handshakes without a network. */
final class Handshakes {

    private Handshakes() {}

    /** The status with which an interceptor refuses one; 200 where it lets it pass. */
    static int answer(
            HandshakeInterceptor interceptor,
            MockHttpServletRequest request,
            Map<String, Object> attributes) {
        var response = new MockHttpServletResponse();
        assertThatCode(
                        () ->
                                interceptor.beforeHandshake(
                                        new ServletServerHttpRequest(request),
                                        new ServletServerHttpResponse(response),
                                        new AbstractWebSocketHandler() {},
                                        attributes))
                .doesNotThrowAnyException();
        return response.getStatus();
    }
}
