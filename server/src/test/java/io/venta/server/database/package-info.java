/** Tests of the way to the database. */
@NullMarked
package io.venta.server.database;

import org.jspecify.annotations.NullMarked;
