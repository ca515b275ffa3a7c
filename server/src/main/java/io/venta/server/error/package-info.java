/** Refusals: as exceptions inside, as replies and ERROR frames outside. */
@NullMarked
package io.venta.server.error;

import org.jspecify.annotations.NullMarked;
