/** The map: one view of the ground and, above it, one canvas for all marks. */
@NullMarked
package io.venta.desktop.map;

import org.jspecify.annotations.NullMarked;
