/** Which vendors are in the list and in which order, without a screen. */
@NullMarked
package io.venta.desktop.fleet.filter;

import org.jspecify.annotations.NullMarked;
