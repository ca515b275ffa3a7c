package io.venta.desktop.connection;

import io.venta.model.MessageType;

/**
 * What came on a destination.
 *
 * @param type what the payload is
 * @param retained whether it is the last known value rather than news
 * @param payload the record of the wire contract that belongs to the type
 */
public record GatewayMessage(MessageType type, boolean retained, Object payload) {}
