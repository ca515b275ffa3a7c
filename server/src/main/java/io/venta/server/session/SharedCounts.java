package io.venta.server.session;

import java.util.concurrent.CompletionStage;

/** How many of something all nodes have together. Thread-safe; never waits. */
@FunctionalInterface
interface SharedCounts {

    /**
     * Says how many this node has. That holds for a minute: it is said again before, and of a node
     * that died it is forgotten.
     *
     * @return how many all nodes have, this one included; fails where the nodes cannot count
     *     together at the moment
     */
    CompletionStage<Integer> tell(String key, int own);
}
