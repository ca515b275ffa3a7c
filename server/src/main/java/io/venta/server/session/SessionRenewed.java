package io.venta.server.session;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * A session goes on by a newer token of its user.
 *
 * @param sessionId which session
 * @param expiresAt when the newer token ends
 * @param maySubscribe whether the user, as the newer token says, may hear a destination
 */
public record SessionRenewed(String sessionId, Instant expiresAt, Predicate<String> maySubscribe) {}
