/** Positions: what a vendor reports and what its watchers hear. */
@NullMarked
package io.venta.model.location;

import org.jspecify.annotations.NullMarked;
