package io.venta.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.testing.PostgresNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The watch over a PostgreSQL that comes and goes. */
class WatchedDatabaseIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void migratesWhenTheDatabaseComesAndNoticesWhenItGoes() {
        try (var postgres = PostgresNode.start()) {
            var settings =
                    new DatabaseSettings(postgres.url("watched"), "", 2, Duration.ofSeconds(1));
            postgres.stop();
            try (var pool = new DatabaseConfiguration().postgresql(settings)) {
                var database = new WatchedDatabase(pool);
                assertThat(database.isUp()).isFalse();

                postgres.restart();
                await().atMost(SOON).until(database::isUp);

                postgres.kill();
                await().atMost(SOON).until(() -> !database.isUp());

                postgres.restart();
                await().atMost(SOON).until(database::isUp);
                database.destroy();
            }
        }
    }
}
