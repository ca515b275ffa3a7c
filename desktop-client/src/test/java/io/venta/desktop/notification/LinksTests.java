package io.venta.desktop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {

    private final Links links = new Links(URI.create("http://gateway:5006"));

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/x",
        "/tasks/7, http://gateway:5006/tasks/7",
        "tasks, http://gateway:5006/tasks",
    })
    void leadsToHttpsAndToTheServer(String url, URI link) {
        assertThat(links.of(url)).contains(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://a.example/",
                "file:///etc/passwd",
                "//a.example",
                "https:",
                "a b"
            })
    void leadsNowhereElse(String url) {
        assertThat(links.of(url)).isEmpty();
    }
}
