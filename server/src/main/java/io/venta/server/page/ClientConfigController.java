package io.venta.server.page;

import io.venta.model.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells clients, signed in or not, how to sign in and which tiles to show. */
@RestController
class ClientConfigController {

    private final ClientConfig config;

    ClientConfigController(Environment environment, TileSettings tiles) {
        var embedded = environment.acceptsProfiles(Profiles.of("embedded"));
        this.config =
                new ClientConfig(
                        embedded ? "embedded" : "production",
                        embedded ? demoAccounts() : List.of(),
                        tiles.url().isBlank()
                                ? null
                                : new ClientConfig.Tiles(tiles.url(), tiles.attribution()));
    }

    @GetMapping("/api/client-config")
    ClientConfig config() {
        return config;
    }

    /** One a role, as the embedded profile makes them. */
    private static List<String> demoAccounts() {
        return Arrays.stream(Role.values())
                .map(role -> "demo-" + role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
