/** The list of vendors: search, order, selection. */
@NullMarked
package io.venta.desktop.fleet;

import org.jspecify.annotations.NullMarked;
