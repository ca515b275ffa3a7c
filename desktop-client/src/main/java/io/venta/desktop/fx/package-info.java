/** What the screen's features share: the way to the JavaFX thread, texts, small formats. */
@NullMarked
package io.venta.desktop.fx;

import org.jspecify.annotations.NullMarked;
