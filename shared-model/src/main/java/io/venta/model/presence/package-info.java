/** Who is here, on which devices, doing what. */
@NullMarked
package io.venta.model.presence;

import org.jspecify.annotations.NullMarked;
