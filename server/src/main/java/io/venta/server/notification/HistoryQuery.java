package io.venta.server.notification;

import io.venta.model.notification.NotificationState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a user's history is asked for.
 *
 * @param before older than this position
 * @param limit at most so many
 * @param type of this type only; null: of any
 * @param states in these states only
 */
record HistoryQuery(long before, int limit, @Nullable String type, Set<NotificationState> states) {}
