/** Where vendors are. */
@NullMarked
package io.venta.server.location;

import org.jspecify.annotations.NullMarked;
