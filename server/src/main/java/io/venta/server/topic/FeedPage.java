package io.venta.server.topic;

import java.util.List;

/**
 * Some of a user's feed.
 *
 * @param messages in the order of their positions
 * @param position up to which the reader has it all now
 * @param hasMore whether there may be more behind that
 */
public record FeedPage(List<FeedMessage> messages, long position, boolean hasMore) {}
