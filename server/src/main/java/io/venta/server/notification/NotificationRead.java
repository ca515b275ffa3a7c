package io.venta.server.notification;

import java.util.List;

/**
 * A user has read these, on whichever device.
 *
 * @param userId who
 * @param ids which
 */
record NotificationRead(String userId, List<String> ids) {}
