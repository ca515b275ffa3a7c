package io.venta.server.notification;

import java.util.List;

/**
 * Some of what a user has not read.
 *
 * @param notifications oldest first
 * @param position up to which nothing is left that is not among them
 * @param hasMore whether there may be more behind that
 */
record Unread(List<Kept> notifications, long position, boolean hasMore) {}
