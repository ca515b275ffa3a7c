/** From degrees to pixels and back; plain arithmetic. */
@NullMarked
package io.venta.desktop.map.projection;

import org.jspecify.annotations.NullMarked;
