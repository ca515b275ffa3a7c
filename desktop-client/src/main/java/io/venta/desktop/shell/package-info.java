/** The window: puts the features side by side and lets them know of each other. */
@NullMarked
package io.venta.desktop.shell;

import org.jspecify.annotations.NullMarked;
