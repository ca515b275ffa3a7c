package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5006, ws://localhost:5006/ws",
        "localhost:5006, ws://localhost:5006/ws",
        "'  https://fleet.example.com/ ', wss://fleet.example.com/ws",
        "HTTPS://fleet.example.com/venta/?x=1, wss://fleet.example.com/venta/ws"
    })
    void leadsToTheSocket(String typed, String socket) {
        assertThat(ServerAddress.parse(typed).webSocket()).isEqualTo(URI.create(socket));
    }

    @Test
    void leadsToEndpoints() {
        assertThat(ServerAddress.parse("https://a.example/venta").http("/ready"))
                .isEqualTo(URI.create("https://a.example/venta/ready"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "ftp://a.example", "not an address", "http:///x"})
    void refusesWhatIsNone(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.parse(typed));
    }
}
