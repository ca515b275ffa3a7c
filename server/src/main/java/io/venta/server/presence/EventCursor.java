package io.venta.server.presence;

import java.util.OptionalLong;

/**
 * Up to which change services have been told, and which node tells them: one at a time, until it
 * has not been heard of for ten seconds. Thread-safe; waits for the store, and throws {@link
 * org.springframework.dao.DataAccessException} where that cannot be reached.
 */
interface EventCursor {

    /**
     * Has a node tell services, where no other one does.
     *
     * @param present the version where the registry stands now: what was before the first node that
     *     ever told them, they are not told
     * @return the version up to which they have been told; empty where another node tells them
     */
    OptionalLong claim(String node, long present);

    /**
     * Says that services have been told.
     *
     * @return whether it is still this node that tells them
     */
    boolean advance(String node, long version);

    /** Lets another node tell them at once. */
    void release(String node);
}
