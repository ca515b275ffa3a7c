package io.venta.desktop.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One user's connection to the gateway, which comes back by itself with everything subscribed to.
 *
 * <p>Callable from any thread; no method waits for the network. Listeners are called in order, on
 * threads of the connection's: they return quickly and move elsewhere by themselves. What is sent
 * while the connection is not {@link ConnectionState.Live live} is not kept. Tokens stay in memory.
 */
public interface GatewayConnection extends AutoCloseable {

    /** Starts to connect; does nothing the second time. */
    void start();

    /** Connects now instead of waiting for the end of the back-off. */
    void retryNow();

    /** The state at the moment. */
    ConnectionState state();

    /** Who is signed in, as the server calls the user; empty until the first time it is live. */
    Optional<String> userName();

    /** Hears every later change of the state. */
    void onState(Consumer<ConnectionState> listener);

    /**
     * Subscribes now if the connection is live, and again after every reconnect; each time the
     * retained values come first.
     *
     * @param destination as the wire contract names it
     */
    Subscription subscribe(String destination, TopicListener listener);

    /**
     * Sends if the connection is live.
     *
     * @param payload what becomes the JSON body
     * @return whether it was handed to the network
     */
    boolean send(String destination, Object payload);

    /**
     * Asks over HTTP as the user who is signed in; waits elsewhere and answers on a thread of its
     * own, by failing where the server is out of reach or refuses.
     *
     * @param pathAndQuery what, its values encoded
     * @param type the record of the wire contract that answers
     */
    <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type);

    /**
     * Does by HTTP what the user asked for, exactly once: at once while the connection is live,
     * else as soon as it is, in the order in which it was asked for.
     *
     * @return done when the server took it; fails by {@link RefusedException} where it refuses, by
     *     {@link NotSentException} where too much waits already or it has waited too long, by
     *     {@link java.util.concurrent.CancellationException} where the user took it back
     */
    CompletableFuture<Void> post(OutboundRequest request);

    /** What was {@link #post posted} and has not arrived yet. */
    OutboundQueue outbound();

    /** How good the connection has been of late. */
    QualityReport quality();

    /** How long until the sign-in ends; empty where it renews itself. */
    Optional<Duration> signInLeft();

    /**
     * Goes on by another token of the same user, which takes the place of what the user signed in
     * with.
     *
     * @return done when the server took it; fails by {@link RefusedException} where it does not, by
     *     {@link java.io.IOException} while the connection is not live: all stays as it was
     */
    CompletableFuture<Void> renewSignIn(String token);

    /** Says goodbye and ends for good; the state becomes {@link ConnectionState.Offline}. */
    @Override
    void close();

    /** What {@link #subscribe} gives back. */
    interface Subscription {

        /** Hears nothing more. */
        void cancel();
    }
}
