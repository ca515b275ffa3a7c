package io.venta.server.relay;

/**
 * What one SUBSCRIBE asked for.
 *
 * @param session whose it is
 * @param id the client's name for it, in the {@code subscription} header of every MESSAGE
 * @param destination as the client named it
 * @param address where its messages are addressed to: the destination itself for topics; for {@code
 *     /user/queue/…} one that names the user or the session
 */
record Subscription(ClientSession session, String id, String destination, String address) {}
