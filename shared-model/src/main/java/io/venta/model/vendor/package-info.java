/** Profiles of vendors: what they are called and whether they are open. */
@NullMarked
package io.venta.model.vendor;

import org.jspecify.annotations.NullMarked;
