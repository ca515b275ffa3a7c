package io.venta.server.database;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Brings the database's schema up to date when it is there, and asks it every second how it is, on
 * a thread of its own.
 *
 * <p>The first time is while the node starts; where the database is away then, the node starts all
 * the same. Nodes that come at once wait for each other: Flyway takes a lock. The log says when the
 * database goes and when it is back.
 */
@Component
class WatchedDatabase implements Database, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WatchedDatabase.class);

    private final DataSource connections;
    private final Flyway flyway;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("database-watch").factory());
    private boolean migrated;
    private volatile boolean up;

    WatchedDatabase(DataSource connections) {
        this.connections = connections;
        this.flyway =
                Flyway.configure()
                        .dataSource(connections)
                        .locations("classpath:db/migration")
                        .connectRetries(0)
                        .load();
        if (!look()) {
            log.warn("The database is out of reach; what needs it waits");
        }
        var unused = watch.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public boolean isUp() {
        return up;
    }

    private void watch() {
        var before = up;
        if (look() != before) {
            if (before) {
                log.warn("The database is gone; what needs it waits");
            } else {
                log.info("The database is there");
            }
        }
    }

    private boolean look() {
        try {
            migrate();
            try (var connection = connections.getConnection()) {
                up = connection.isValid(2);
            }
        } catch (SQLException | FlywayException e) {
            log.debug("The database does not answer", e);
            up = false;
        }
        return up;
    }

    private void migrate() {
        if (!migrated) {
            flyway.migrate();
            migrated = true;
        }
    }

    @Override
    public void destroy() {
        // Not interrupted: that would close H2's file under its hands.
        watch.shutdown();
    }
}
