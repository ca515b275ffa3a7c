package io.venta.server.relay;

import java.util.Collection;

/**
 * How much waits for the sessions of this node, as of the last look.
 *
 * @param sum bytes for all of them
 * @param max bytes for the one that is furthest behind
 * @param p99 bytes that wait for no more than one in a hundred
 */
record QueueSizes(long sum, long max, long p99) {

    static final QueueSizes NONE = new QueueSizes(0, 0, 0);

    static QueueSizes of(Collection<ClientSession> sessions) {
        var sizes =
                sessions.stream()
                        .mapToLong(session -> session.outbox().waitingBytes())
                        .sorted()
                        .toArray();
        if (sizes.length == 0) {
            return NONE;
        }
        var sum = 0L;
        for (var size : sizes) {
            sum += size;
        }
        return new QueueSizes(
                sum, sizes[sizes.length - 1], sizes[(int) Math.ceil(0.99 * sizes.length) - 1]);
    }
}
