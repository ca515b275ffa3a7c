/** Where the selected vendor was: its line with times, and the moment that is looked at. */
@NullMarked
package io.venta.desktop.map.trail;

import org.jspecify.annotations.NullMarked;
