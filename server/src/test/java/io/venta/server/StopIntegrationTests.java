package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What clients hear of a node that is stopped. */
class StopIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void tellsItsClientsToComeBackElsewhereAndEndsAtOnce() {
        try (var server =
                        ServerProcess.embedded().packed().environment("LOG_LEVEL", "warn").start();
                var quiet = StompTestClient.open(server.wsUrl());
                var listening = signedIn(server);
                var deaf = signedIn(server)) {
            listening.subscribe("/topic/location.*");
            deaf.pauseReading(true);
            var asked = Instant.now();

            server.stop();

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(listening.awaitClose(SOON)).isEqualTo(4012);
            assertThat(quiet.awaitClose(SOON)).isEqualTo(4012);
            assertThat(server.log()).doesNotContain("WARN", "ERROR", "Exception");
        }
    }

    private static StompTestClient signedIn(ServerProcess server) {
        var token = Tokens.of("stopped", Role.DISPATCHER).sign();
        return StompTestClient.connect(server.wsUrl(), token);
    }
}
