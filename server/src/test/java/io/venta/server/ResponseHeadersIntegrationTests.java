package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.ServerProcess;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told to make of an answer. */
class ResponseHeadersIntegrationTests {

    private static final ServerProcess SERVER = EmbeddedGateway.server();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/js/main.js",
                "/health",
                "/api/client-config",
                "/api/vendors",
                "/nothing"
            })
    void keepOthersOut(String path) {
        var headers = SERVER.get(path).headers();

        assertThat(value(headers, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:");
        assertThat(value(headers, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(value(headers, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(value(headers, "Referrer-Policy")).isEqualTo("strict-origin");
        assertThat(value(headers, "Permissions-Policy")).contains("geolocation=()", "camera=()");
        assertThat(value(headers, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(value(headers, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(headers.map())
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin");
    }

    @Test
    void saySoOfTlsOnlyWhereThereIsSome() {
        assertThat(SERVER.get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static String value(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("");
    }
}
