package io.venta.desktop.connection;

/** Hears what comes on one destination; see {@link GatewayConnection} for threads and order. */
public interface TopicListener {

    /** It is about to be subscribed to: for the first time, or again after a reconnect. */
    default void onSubscribing() {}

    /** A message came. */
    void onMessage(GatewayMessage message);

    /** The retained values are all there; what follows is live. Comes after every reconnect. */
    default void onCaughtUp() {}
}
