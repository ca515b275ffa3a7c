package io.venta.server.database;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is.
 *
 * @param url {@code postgresql://user:password@host:port/database}; embedded: empty
 * @param folder embedded: where its file is; empty: in memory
 * @param connections how many a node opens at most
 * @param patience how long who needs one waits for it
 */
@ConfigurationProperties("gateway.database")
@Validated
record DatabaseSettings(String url, String folder, @Min(2) int connections, Duration patience) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "DatabaseSettings";
    }
}
