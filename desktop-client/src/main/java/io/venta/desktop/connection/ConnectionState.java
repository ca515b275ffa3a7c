package io.venta.desktop.connection;

import io.venta.model.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a {@link GatewayConnection} stands. */
public sealed interface ConnectionState {

    /** Not started, or closed by the user. */
    record Offline() implements ConnectionState {}

    /**
     * An attempt is under way.
     *
     * @param lostAt when the connection was last live; absent if it never was
     */
    record Connecting(@Nullable Instant lostAt) implements ConnectionState {}

    /**
     * Everything subscribed to is heard.
     *
     * @param latency how long the last ping took; absent until its answer comes
     */
    record Live(@Nullable Duration latency) implements ConnectionState {}

    /**
     * Waiting to try again.
     *
     * @param at when the next attempt starts
     * @param attempt its number since the connection was lost, from 1
     * @param since when the connection was lost, or first tried
     */
    record Reconnecting(Instant at, int attempt, Instant since) implements ConnectionState {}

    /**
     * Over: trying again would not help.
     *
     * @param code why
     * @param message one sentence for a person
     */
    record Ended(ErrorCode code, String message) implements ConnectionState {}
}
