package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionHandshakeInterceptorTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=x",
                "a=b&access_token=x",
                "Authorization=Bearer",
                "jwt=",
                "q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.x"
            })
    void refusesSecretsInTheAddress(String query) {
        assertThat(answer(query)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v=2", "name=my.phone.7", "q=token"})
    void letsOtherAddressesPass(String query) {
        assertThat(answer(query)).isEqualTo(200);
    }

    private static int answer(String query) {
        var request = new MockHttpServletRequest("GET", "/ws");
        request.setQueryString(query);
        var interceptor = new SessionHandshakeInterceptor(new SessionCsrfTokens());
        return Handshakes.answer(interceptor, request, new HashMap<>());
    }
}
