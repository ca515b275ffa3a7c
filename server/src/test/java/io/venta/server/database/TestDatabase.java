package io.venta.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.venta.testing.PostgresNode;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database with the schema in it, for tests of what is kept there. */
public final class TestDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final WatchedDatabase watch;

    private TestDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.watch = new WatchedDatabase(pool);
        if (!watch.isUp()) {
            throw new IllegalStateException("The database does not answer");
        }
    }

    /** H2 in memory, a new one each time. */
    public static TestDatabase h2() {
        return new TestDatabase(new DatabaseConfiguration().h2(settings("")));
    }

    /** A database on the PostgreSQL that tests share. */
    public static TestDatabase postgres(String name) {
        return postgres(PostgresNode.shared(), name);
    }

    /** A database on a PostgreSQL of one's own. */
    public static TestDatabase postgres(PostgresNode node, String name) {
        return new TestDatabase(new DatabaseConfiguration().postgresql(settings(node.url(name))));
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, "", 10, Duration.ofSeconds(2));
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    /** Removes all that is in it. */
    public void empty() {
        for (var table : new String[] {"notification", "inbox", "broadcast", "vendor_user"}) {
            jdbc().update("delete from " + table);
        }
        jdbc().update("update broadcast_counter set last_number = 0");
    }

    @Override
    public void close() {
        watch.destroy();
        pool.close();
    }
}
