/**
 * What lies under the marks: the world's outlines, tiles where a server gives them, the graticule
 * and the scale bar. Redrawn only when the viewport changes.
 */
@NullMarked
package io.venta.desktop.map.ground;

import org.jspecify.annotations.NullMarked;
