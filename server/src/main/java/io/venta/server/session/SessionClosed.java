package io.venta.server.session;

import io.venta.model.ErrorCode;
import org.springframework.web.socket.CloseStatus;

/**
 * A client that was let in has gone, told once for each {@link SessionOpened}, after it, on any
 * thread: must not block.
 *
 * @param session its socket's id
 * @param reason the name of the {@link ErrorCode} that ended it, {@link #CLOSED} or {@link #LOST}
 * @param mayComeBack whether its client is likely to come back by itself
 */
public record SessionClosed(String session, String reason, boolean mayComeBack) {

    /** Its client had enough. */
    public static final String CLOSED = "CLOSED";

    /** Its connection ended without a word. */
    public static final String LOST = "LOST";

    private static final int FIRST_FINAL = 4500;

    /** As the close of its socket says. */
    public static SessionClosed of(String session, CloseStatus status) {
        if (status.getCode() == CloseStatus.NORMAL.getCode()) {
            return new SessionClosed(session, CLOSED, false);
        }
        for (var code : ErrorCode.values()) {
            if (code.closeCode() == status.getCode()) {
                return new SessionClosed(session, code.name(), status.getCode() < FIRST_FINAL);
            }
        }
        return new SessionClosed(session, LOST, true);
    }
}
