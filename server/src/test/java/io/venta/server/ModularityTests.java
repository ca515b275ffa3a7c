package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(VentaServer.class);

    @Test
    void keepsModulesApart() {
        modules.verify();
    }

    @Test
    void knowsEveryModule() {
        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(String::valueOf))
                .contains(
                        "database",
                        "error",
                        "location",
                        "notification",
                        "ops",
                        "presence",
                        "relay",
                        "security",
                        "session",
                        "topic",
                        "vendor");
    }
}
