package io.venta.server.session;

import java.util.Map;
import org.springframework.web.socket.CloseStatus;

/** How a socket came to its end, left with it for those who hear of it later. */
public final class SocketEnd {

    private static final String ATTRIBUTE = SocketEnd.class.getName();

    private SocketEnd() {}

    /** Leaves it, unless something was left before: what ended it first counts. */
    static void leaveIn(Map<String, Object> socketAttributes, CloseStatus status) {
        socketAttributes.putIfAbsent(ATTRIBUTE, status);
    }

    /** What was left; that its connection was lost where nothing was. */
    public static CloseStatus in(Map<String, Object> socketAttributes) {
        return (CloseStatus) socketAttributes.getOrDefault(ATTRIBUTE, CloseStatus.NO_CLOSE_FRAME);
    }
}
