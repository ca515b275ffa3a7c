/** Street tiles over the outlines: where they come from, what is kept of them, their painting. */
@NullMarked
package io.venta.desktop.map.tile;

import org.jspecify.annotations.NullMarked;
