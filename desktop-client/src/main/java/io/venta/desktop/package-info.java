/** The dispatcher's desktop: starts it. */
@NullMarked
package io.venta.desktop;

import org.jspecify.annotations.NullMarked;
