/** Going to a place by its coordinates: how they are written, the field for them, the pin. */
@NullMarked
package io.venta.desktop.map.place;

import org.jspecify.annotations.NullMarked;
