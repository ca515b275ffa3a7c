package io.venta.server.session;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Rates that all nodes count together. Thread-safe; never waits. */
@FunctionalInterface
interface SharedRates {

    /**
     * Counts one.
     *
     * @return how long to wait where it was one too many, zero else; fails where the nodes cannot
     *     count together at the moment
     */
    CompletionStage<Duration> take(String key, int perMinute);
}
