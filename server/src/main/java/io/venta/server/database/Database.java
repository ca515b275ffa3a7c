package io.venta.server.database;

/**
 * Whether the database can be asked: it has the schema of this version, and answered a moment ago.
 * Thread-safe; answers at once.
 */
public interface Database {

    /** Whether it can be asked. */
    boolean isUp();
}
