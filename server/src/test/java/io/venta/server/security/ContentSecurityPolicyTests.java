package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTests {

    @Test
    void letsThePageLoadFromItsOwnServerAlone() {
        assertThat(ContentSecurityPolicy.of(""))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src"
                                + " 'self'; img-src 'self' data:; base-uri 'none'; form-action"
                                + " 'self'; frame-ancestors 'none'");
        assertThat(ContentSecurityPolicy.of("/tiles/{z}/{x}/{y}.png"))
                .isEqualTo(ContentSecurityPolicy.of(""));
    }

    @ParameterizedTest
    @CsvSource({
        "https://tiles.example/{z}/{x}/{y}.png, https://tiles.example",
        "https://tiles.example:8443/{z}/{x}/{y}.png?key=k, https://tiles.example:8443",
        "http://127.0.0.1:8080/{z}/{x}/{y}, http://127.0.0.1:8080",
        "https://{s}.tiles.example/{z}/{x}/{y}.png, https://*.tiles.example",
    })
    void letsImagesComeFromTheTilesServer(String url, String origin) {
        assertThat(ContentSecurityPolicy.of(url))
                .contains("img-src 'self' data: " + origin + "; base-uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles.example/{z}/{x}/{y}.png",
                "//tiles.example/{z}/{x}/{y}.png",
                "javascript:alert(1)",
                "data:image/png",
                "https://*/{z}",
                "https://{s}/{z}",
                "https://{z}.example/",
                "https://a.example; script-src *",
                "https://a.example/; script-src *",
                "https://a.example, https://b.example",
                "https://user@a.example/{z}",
                "https://a.example/\r\nSet-Cookie: x",
                "https://",
            })
    void refusesToTakeAnythingElseForATilesServer(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentSecurityPolicy.of(url))
                .withMessageContaining("GATEWAY_TILE_URL");
    }
}
