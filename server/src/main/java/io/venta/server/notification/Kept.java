package io.venta.server.notification;

import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationState;

/**
 * A notification as it is kept for one recipient.
 *
 * @param userKey whose it is
 * @param position its place among the user's, each one higher than the one before
 * @param state how far it has come
 * @param notification what it says
 */
record Kept(String userKey, long position, NotificationState state, Notification notification) {}
