package io.venta.server.relay;

import java.util.function.Predicate;

/**
 * Which keys this node answers for towards the store that all nodes share: of the nodes that are
 * alive each key has one. Thread-safe.
 *
 * <p>While nodes disagree on who is alive a key may have none or two for some seconds.
 */
interface Ownership {

    /** Whether this node answers for a key. */
    boolean isMine(String key);

    /**
     * Whether nodes have only just heard of each other: the one that a key falls to may tell of
     * itself already, and not hear yet.
     */
    boolean isSettling();

    /** What {@link #isMine} says now, whatever becomes of the nodes later. */
    Predicate<String> now();

    /** Has a listener called after each change of the nodes; it must not block. */
    void onChange(Runnable listener);
}
