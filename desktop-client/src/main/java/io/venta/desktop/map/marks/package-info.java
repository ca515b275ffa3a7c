/** Vendors on the map: where each is in a frame, who stands together, names, and the painting. */
@NullMarked
package io.venta.desktop.map.marks;

import org.jspecify.annotations.NullMarked;
