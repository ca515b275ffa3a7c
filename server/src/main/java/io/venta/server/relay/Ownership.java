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

    /** What {@link #isMine} says now, whatever becomes of the nodes later. */
    Predicate<String> now();

    /** Has a listener called after each change of the nodes; it must not block. */
    void onChange(Runnable listener);

    /** A node that answers for every key. */
    static Ownership ofAll() {
        return new Ownership() {
            @Override
            public boolean isMine(String key) {
                return true;
            }

            @Override
            public Predicate<String> now() {
                return this::isMine;
            }

            @Override
            public void onChange(Runnable listener) {
                // It never changes.
            }
        };
    }
}
