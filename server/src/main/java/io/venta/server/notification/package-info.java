/** Notifications from services to people. */
@NullMarked
package io.venta.server.notification;

import org.jspecify.annotations.NullMarked;
