package io.venta.server.notification;

import io.venta.server.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;

class PostgresNotificationsIntegrationTests extends NotificationsContract {

    private static final TestDatabase DATABASE = TestDatabase.postgres("contract");

    PostgresNotificationsIntegrationTests() {
        super(DATABASE);
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }
}
