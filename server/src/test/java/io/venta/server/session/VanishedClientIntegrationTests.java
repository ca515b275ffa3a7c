package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.Role;
import io.venta.server.VentaServer;
import io.venta.testing.StompTestClient;
import io.venta.testing.TcpProxy;
import io.venta.testing.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Clients whose network is cut: no FIN, no RST. A minute passes at once; then their sockets are
 * gone and they have left.
 */
class VanishedClientIntegrationTests {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS_OF_A_MINUTE = 12;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String USERS = "/topic/presence.user.*";

    @Test
    void areFoundWithinAMinuteWithAndWithoutHeartbeats() {
        try (var server = start();
                var network = TcpProxy.to(port(server));
                var stays = connect(port(server), "stays", Map.of());
                var beating =
                        connect(network.port(), "beating", Map.of("heart-beat", "10000,10000"));
                var silent = connect(network.port(), "silent", Map.of())) {
            stays.subscribe(USERS);
            beating.subscribe("/topic/location.*");
            silent.subscribe("/topic/location.*");
            var time = server.getBean(SettableTime.class);
            network.cut();

            for (int i = 0; i < STEPS_OF_A_MINUTE; i++) {
                time.advance(STEP);
                check(server.getBean(ClientSockets.class));
                stays.sendAwaitingReceipt(
                        "/app/session.ping", "{\"sentAt\":\"2026-01-01T00:00:00Z\"}");
            }

            // A socket that was cut is removed by another thread, a moment later.
            await().atMost(SOON).until(() -> active(server) == 1);
            await().atMost(SOON).until(() -> hasLeft(stays, "beating") && hasLeft(stays, "silent"));
            assertThat(hasLeft(stays, "stays")).isFalse();
            assertThat(stays.closeCode()).isNull();
            assertThat(beating.closeCode()).as("the cut reaches nobody").isNull();
        }
    }

    private static boolean hasLeft(StompTestClient watcher, String user) {
        return watcher.messages(USERS).stream()
                .anyMatch(frame -> frame.body().matches(".*\"leaves\":\\[[^]]*\"" + user + "\".*"));
    }

    /** What the schedule does every second, and every five. */
    private static void check(ClientSockets sockets) {
        sockets.watch();
        sockets.cutUnanswered();
    }

    private static double active(ConfigurableApplicationContext server) {
        return server.getBean(MeterRegistry.class).get("venta.connections.active").gauge().value();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(VentaServer.class, Settable.class)
                .run(
                        "--no-demo",
                        "--gateway.presence.grace=1s",
                        "--gateway.database.folder=",
                        "--server.port=0",
                        "--gateway.jwt.secret=" + Tokens.SECRET,
                        "--LOG_LEVEL=warn");
    }

    private static int port(ConfigurableApplicationContext server) {
        return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static StompTestClient connect(int port, String user, Map<String, String> headers) {
        var url = URI.create("ws://127.0.0.1:" + port + "/ws");
        var all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + Tokens.of(user, Role.DISPATCHER).sign());
        return StompTestClient.connect(url, all);
    }

    /** A time that passes as the test says. */
    static final class Settable {

        @Bean
        @Primary
        SettableTime settableTime() {
            return new SettableTime();
        }
    }
}
