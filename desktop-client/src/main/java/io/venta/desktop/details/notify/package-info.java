/** Sending a notification to those who are signed in as the selected vendor. */
@NullMarked
package io.venta.desktop.details.notify;

import org.jspecify.annotations.NullMarked;
