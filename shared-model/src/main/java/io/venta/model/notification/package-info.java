/** Notifications to people, on all their devices. */
@NullMarked
package io.venta.model.notification;

import org.jspecify.annotations.NullMarked;
