package io.venta.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ClientConfigControllerTests {

    private static final TileSettings NO_TILES = new TileSettings("", "");

    @Test
    void offersDemoAccountsWhereThereAreSome() {
        var config = configOf("embedded", NO_TILES);

        assertThat(config.profile()).isEqualTo("embedded");
        assertThat(config.demoAccounts())
                .containsExactlyInAnyOrder(
                        "demo-customer",
                        "demo-dispatcher",
                        "demo-vendor",
                        "demo-service",
                        "demo-admin");
    }

    @Test
    void namesNoAccountInProduction() {
        assertThat(configOf("production", NO_TILES))
                .isEqualTo(new ClientConfig("production", List.of(), null));
    }

    @Test
    void passesTilesOn() {
        var tiles = new TileSettings("https://tiles.example/{z}/{x}/{y}.png", "© Example");

        assertThat(configOf("production", tiles).tiles())
                .isEqualTo(
                        new ClientConfig.Tiles(
                                "https://tiles.example/{z}/{x}/{y}.png", "© Example"));
    }

    private static ClientConfig configOf(String profile, TileSettings tiles) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new ClientConfigController(environment, tiles).config();
    }
}
