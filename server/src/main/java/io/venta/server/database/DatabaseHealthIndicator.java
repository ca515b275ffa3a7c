package io.venta.server.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database can be asked. */
@Component("database")
class DatabaseHealthIndicator implements HealthIndicator {

    private final Database database;

    DatabaseHealthIndicator(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return (database.isUp() ? Health.up() : Health.down()).build();
    }
}
