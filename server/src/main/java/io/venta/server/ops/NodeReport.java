package io.venta.server.ops;

import java.util.Map;

/**
 * What one node carries.
 *
 * @param node its name
 * @param connections WebSockets
 * @param users users with a session
 * @param devices sessions that were let in
 * @param rooms rooms with somebody in them
 * @param topics destinations somebody has subscribed to
 * @param members how many subscribers topics have, of those with the most
 * @param uptime seconds since the start
 */
record NodeReport(
        String node,
        Connections connections,
        long users,
        long devices,
        long rooms,
        long topics,
        Map<String, Integer> members,
        long uptime) {

    NodeReport {
        members = Map.copyOf(members);
    }

    /**
     * WebSockets of a node.
     *
     * @param active open now
     * @param total opened since the start
     * @param peak most at a time
     */
    record Connections(long active, long total, long peak) {

        Connections plus(Connections other) {
            return new Connections(active + other.active, total + other.total, peak + other.peak);
        }
    }
}
