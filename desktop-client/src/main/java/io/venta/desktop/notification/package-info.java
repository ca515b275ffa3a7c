/** What the server tells the user: short messages over the map. */
@NullMarked
package io.venta.desktop.notification;

import org.jspecify.annotations.NullMarked;
