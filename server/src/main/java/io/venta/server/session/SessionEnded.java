package io.venta.server.session;

import io.venta.model.ErrorReply;

/**
 * Somebody ended a session: it hears why as the last thing, and its socket closes.
 *
 * @param sessionId whose
 * @param reason a fatal one
 */
public record SessionEnded(String sessionId, ErrorReply reason) {}
