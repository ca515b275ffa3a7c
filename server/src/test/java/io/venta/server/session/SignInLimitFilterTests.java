package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class SignInLimitFilterTests {

    private final SettableTime time = new SettableTime();
    private final SignInLimitFilter filter =
            new SignInLimitFilter(
                    new AddressLimits(
                            new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 0, 0, 2),
                            TestLimits.ALONE,
                            time),
                    JsonMapper.shared());

    @Test
    void refusesAnAddressFromWhichTooManySignInsFailed() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(request("/api/auth/login", "192.0.2.1", 401).getStatus()).isEqualTo(401);
        }

        var refused = request("/api/auth/session", "192.0.2.1", 200);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("30");
        assertThat(refused.getContentAsString())
                .contains("\"RATE_LIMIT_EXCEEDED\"", "\"retryAfterMs\":30001");
        assertThat(request("/api/auth/login", "192.0.2.2", 200).getStatus()).isEqualTo(200);
        time.advance(Duration.ofSeconds(30));
        assertThat(request("/api/auth/login", "192.0.2.1", 200).getStatus()).isEqualTo(200);
    }

    @Test
    void countsNeitherSuccessNorOtherRequests() throws Exception {
        for (int i = 0; i < 10; i++) {
            request("/api/auth/login", "192.0.2.1", 200);
            request("/api/vendors", "192.0.2.1", 401);
        }
        assertThat(request("/api/auth/login", "192.0.2.1", 200).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse request(String path, String address, int status)
            throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(
                request,
                response,
                (_, answer) -> ((MockHttpServletResponse) answer).setStatus(status));
        return response;
    }
}
