/** Who is here, on which devices, doing what; the same answer on every node. */
@NullMarked
package io.venta.server.presence;

import org.jspecify.annotations.NullMarked;
