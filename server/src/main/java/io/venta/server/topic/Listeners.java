package io.venta.server.topic;

/** Whether anybody on this node listens to a live topic. Thread-safe; takes no lock. */
@FunctionalInterface
public interface Listeners {

    /**
     * Whether a destination has a subscriber. One that is not seen yet is told how things stand
     * after this was asked.
     */
    boolean isHeard(String destination);
}
