package io.venta.server.session;

/**
 * This node may have missed what others told it, and hears them from now on: what it needs to know
 * it looks up. Told on a thread that must not be kept waiting.
 */
public record MessagesMissed() {}
