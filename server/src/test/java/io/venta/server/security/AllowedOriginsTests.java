package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AllowedOriginsTests {

    private final AllowedOrigins origins =
            new AllowedOrigins("https://app.example", " http://localhost:3000/ ");

    @ParameterizedTest
    @ValueSource(
            strings = {"https://app.example", "http://localhost:3000", "https://gateway.example"})
    void letsPagesInThatAreOnTheListOrItsOwn(String origin) {
        assertThat(status("https", 443, origin)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https, 443, https://gateway.example, 200",
        "http, 80, http://gateway.example, 200",
        "http, 5006, http://gateway.example:5006, 200",
        "http, 5006, http://gateway.example, 403",
        "http, 80, https://gateway.example, 403",
        "https, 443, http://gateway.example, 403",
        "https, 443, https://gateway.example:8443, 403",
    })
    void comparesSchemeHostAndPort(String scheme, int port, String origin, int status) {
        assertThat(status(scheme, port, origin)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "https://",
                "https://evil.example",
                "https://app.example/",
                "https://APP.example",
                "https://app.example.evil.example",
                "https://app.example:1:2",
                "https://app.example https://evil.example",
                "app.example",
                "https://[::1",
                "%"
            })
    void refusesOthers(String origin) {
        assertThat(status("https", 443, origin)).isEqualTo(403);
    }

    @Test
    void refusesMoreThanOne() {
        assertThat(status("https", 443, "https://app.example", "https://app.example"))
                .isEqualTo(403);
    }

    @Test
    void letsInWhoIsNoBrowser() {
        assertThat(status("https", 443)).isEqualTo(200);
    }

    private int status(String scheme, int port, String... given) {
        var request = new MockHttpServletRequest("GET", "/ws");
        request.setScheme(scheme);
        request.setServerName("gateway.example");
        request.setServerPort(port);
        for (var origin : given) {
            request.addHeader("Origin", origin);
        }
        return Handshakes.answer(origins, request, new HashMap<>());
    }
}
