package io.venta.server.ops;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * How a node stands, as {@code GET /ready} says it.
 *
 * @param status {@code ready}, {@code degraded}, {@code starting} or {@code draining}
 * @param database {@code up}, {@code down} or {@code none}
 * @param cache likewise
 * @param broker likewise
 * @param websocket what the node carries
 * @param timestamp when this was so
 */
record ReadyReport(
        String status,
        String database,
        String cache,
        String broker,
        WebSockets websocket,
        Instant timestamp) {

    /** A degraded node still serves. */
    @JsonIgnore
    boolean servesClients() {
        return status.equals("ready") || status.equals("degraded");
    }

    /**
     * What a node carries.
     *
     * @param connections open WebSockets
     * @param rooms rooms with somebody in them
     * @param uptime seconds since the start
     */
    record WebSockets(long connections, long rooms, long uptime) {}
}
