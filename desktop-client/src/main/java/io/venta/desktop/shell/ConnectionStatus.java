package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.fx.Ages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The connection in words.
 *
 * @param level what it means for the user
 * @param words for the status line
 * @param retry whether the user can ask for an attempt now
 */
record ConnectionStatus(Level level, String words, boolean retry) {

    /** Stands before what is said only where there is room. */
    private static final String MORE = " · ";

    static final Duration SLOW = Duration.ofMillis(500);
    private static final Duration LONG_GONE = Duration.ofMinutes(1);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    enum Level {
        LIVE,
        SLOW,
        DEGRADED,
        WAITING,
        OFFLINE;

        String styleClass() {
            return "connection-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static ConnectionStatus of(ConnectionState state, Instant now, ZoneId zone) {
        return switch (state) {
            case ConnectionState.Live(var latency) -> live(latency);
            case ConnectionState.Connecting(var lostAt) ->
                    new ConnectionStatus(
                            longGone(lostAt, now) ? Level.OFFLINE : Level.WAITING,
                            text("connection.connecting"),
                            false);
            case ConnectionState.Reconnecting waiting -> waiting(waiting, now, zone);
            case ConnectionState.Ended(_, var message) ->
                    new ConnectionStatus(Level.OFFLINE, text("connection.ended", message), false);
            case ConnectionState.Offline() ->
                    new ConnectionStatus(Level.OFFLINE, text("connection.offline"), false);
        };
    }

    /** The words where there is little room for them. */
    String brief() {
        return switch (level) {
            case LIVE, SLOW -> words.split(MORE, 2)[0];
            case DEGRADED -> text("connection.degraded.brief");
            case WAITING -> retry ? text("connection.reconnecting.brief") : words;
            case OFFLINE -> text("connection.offline");
        };
    }

    boolean outOfDate() {
        return level.compareTo(Level.DEGRADED) >= 0;
    }

    /** The same connection to a server that has lost touch with its own sources. */
    ConnectionStatus degraded() {
        return outOfDate()
                ? this
                : new ConnectionStatus(Level.DEGRADED, text("connection.degraded"), false);
    }

    private static ConnectionStatus live(@org.jspecify.annotations.Nullable Duration latency) {
        if (latency == null) {
            return new ConnectionStatus(Level.LIVE, text("connection.live"), false);
        }
        boolean slow = latency.compareTo(SLOW) > 0;
        return new ConnectionStatus(
                slow ? Level.SLOW : Level.LIVE,
                text(slow ? "connection.slow" : "connection.live-with", Ages.millis(latency)),
                false);
    }

    private static ConnectionStatus waiting(
            ConnectionState.Reconnecting state, Instant now, ZoneId zone) {
        long seconds = Math.max(0, Duration.between(now, state.at()).plusMillis(999).toSeconds());
        String in = Ages.format(Duration.ofSeconds(seconds));
        if (longGone(state.since(), now)) {
            String since = CLOCK.format(state.since().atZone(zone));
            return new ConnectionStatus(
                    Level.OFFLINE, text("connection.offline-since", since, in), true);
        }
        return new ConnectionStatus(Level.WAITING, text("connection.reconnecting", in), true);
    }

    private static boolean longGone(@org.jspecify.annotations.Nullable Instant since, Instant now) {
        return since != null && since.plus(LONG_GONE).isBefore(now);
    }
}
