package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.HttpRefusals;
import io.venta.server.error.RefusalFigures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class HttpRefusalFilterTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpRefusalFilter filter =
            new HttpRefusalFilter(new RefusalFigures(meters, System::nanoTime));

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_MESSAGE",
        "401, AUTHENTICATION_FAILED",
        "403, AUTHORIZATION_FAILED",
        "404, INVALID_MESSAGE",
        "405, INVALID_MESSAGE",
        "413, MESSAGE_TOO_LARGE",
        "429, RATE_LIMIT_EXCEEDED"
    })
    void countsByItsStatusWhatWasRefusedWithoutACode(int status, String code) throws Exception {
        answer((_, response) -> ((HttpServletResponse) response).setStatus(status));

        assertThat(counted(code)).isEqualTo(1);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void countsByItsCodeWhatWasRefusedWithOne() throws Exception {
        answer(
                (request, response) ->
                        HttpRefusals.write(
                                (HttpServletRequest) request,
                                (HttpServletResponse) response,
                                503,
                                ErrorReply.of(ErrorCode.AUTHENTICATION_UNAVAILABLE, "away"),
                                JsonMapper.shared()));

        assertThat(counted("AUTHENTICATION_UNAVAILABLE")).isEqualTo(1);
        assertThat(counted()).isEqualTo(1);
    }

    /** A node that is not ready says so with 503. */
    @ParameterizedTest
    @ValueSource(ints = {101, 200, 204, 304, 500, 503})
    void countsNothingElse(int status) throws Exception {
        answer((_, response) -> ((HttpServletResponse) response).setStatus(status));

        assertThat(counted()).isZero();
    }

    private void answer(FilterChain chain) throws Exception {
        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    }

    private double counted(String code) {
        return meters.counter("venta.refusals", "code", code).count();
    }

    private double counted() {
        return meters.find("venta.refusals").counters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }
}
