/**
 * The database: the way there, its schema, and whether it answers. Who keeps what, a feature says.
 */
@NullMarked
package io.venta.server.database;

import org.jspecify.annotations.NullMarked;
