package io.venta.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The pool of connections: bounded, and quick to say that there are none. It opens while the
 * database is away.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Profile("production")
    HikariDataSource postgresql(DatabaseSettings settings) {
        var url = DatabaseUrl.parse(settings.url());
        var pool = pool(settings);
        pool.setJdbcUrl(url.jdbc());
        pool.setUsername(url.username());
        pool.setPassword(url.password());
        // A network that is cut must not hold a thread for minutes.
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("loginTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", "10");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "venta-gateway");
        return new HikariDataSource(pool);
    }

    /** H2 as PostgreSQL speaks, so that one SQL does for both. */
    @Bean
    @Profile("embedded")
    HikariDataSource h2(DatabaseSettings settings) {
        var pool = pool(settings);
        pool.setJdbcUrl(
                "jdbc:h2:"
                        + place(settings)
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;WRITE_DELAY=0");
        return new HikariDataSource(pool);
    }

    private static String place(DatabaseSettings settings) {
        return settings.folder().isBlank()
                ? "mem:venta-" + System.identityHashCode(settings) + ";DB_CLOSE_DELAY=-1"
                : "file:" + Path.of(settings.folder()).toAbsolutePath().resolve("venta");
    }

    private static HikariConfig pool(DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(settings.connections());
        pool.setMinimumIdle(Math.min(2, settings.connections()));
        pool.setConnectionTimeout(settings.patience().toMillis());
        pool.setValidationTimeout(Math.min(1_000, settings.patience().toMillis()));
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
