package io.venta.server.presence;

/**
 * How much a store of presence remembers.
 *
 * @param changes how many in its log
 * @param seen of how many subjects when they were last seen; of more the oldest give way
 * @param replaced how many sessions that were replaced; of more the oldest give way
 */
record PresenceBounds(int changes, int seen, int replaced) {

    static final PresenceBounds USUAL = new PresenceBounds(100_000, 1_000_000, 100_000);
}
