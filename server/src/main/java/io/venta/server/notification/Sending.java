package io.venta.server.notification;

import io.venta.model.notification.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way to those who are to have it.
 *
 * @param recipients who
 * @param notification what; its id is the sender's, by which it is known again
 * @param expiresAt when it is of no more use
 */
record Sending(Recipients recipients, Notification notification, @Nullable Instant expiresAt) {}
