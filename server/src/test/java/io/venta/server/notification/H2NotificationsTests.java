package io.venta.server.notification;

import io.venta.server.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;

class H2NotificationsTests extends NotificationsContract {

    private static final TestDatabase DATABASE = TestDatabase.h2();

    H2NotificationsTests() {
        super(DATABASE);
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }
}
