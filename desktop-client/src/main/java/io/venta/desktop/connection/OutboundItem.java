package io.venta.desktop.connection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user did and that has not reached the server yet.
 *
 * @param description what it is, in words
 * @param since when it was done
 * @param tried whether it was sent without an answer, so that it may have arrived
 * @param reason the server's words, where it refused
 */
public record OutboundItem(
        UUID id,
        String description,
        Instant since,
        State state,
        boolean tried,
        @Nullable String reason) {

    /** How it stands. */
    public enum State {
        /** It goes out as soon as that is possible. */
        WAITING,
        /** It is on its way. */
        SENDING,
        /** The server does not want it; it is not sent again. */
        REFUSED,
        /** It waited too long and is not sent any more. */
        EXPIRED
    }

    /** Whether it will still be sent. */
    public boolean pending() {
        return state == State.WAITING || state == State.SENDING;
    }

    OutboundItem becomes(State next) {
        return new OutboundItem(
                id, description, since, next, tried || next == State.SENDING, reason);
    }

    OutboundItem refused(String why) {
        return new OutboundItem(id, description, since, State.REFUSED, tried, why);
    }
}
