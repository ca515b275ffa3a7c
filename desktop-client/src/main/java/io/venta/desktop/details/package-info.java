/** All about the selected vendor, in a panel over the map's right edge. */
@NullMarked
package io.venta.desktop.details;

import org.jspecify.annotations.NullMarked;
