package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.model.ErrorReply;
import io.venta.server.error.FatalErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompEncoder;

/** Frames for clients that are not MESSAGE, built from the contract's headers and no others. */
final class Frames {

    /** Says nothing, and that the gateway is there. */
    static final byte[] HEARTBEAT = {'\n'};

    private Frames() {}

    static byte[] connected(
            ClientSession session, String version, long heartbeat, @Nullable Instant expiresAt) {
        var frame =
                new StringBuilder("CONNECTED\nversion:")
                        .append(version)
                        .append("\nheart-beat:")
                        .append(heartbeat)
                        .append(',')
                        .append(heartbeat)
                        // Of all frames CONNECT and CONNECTED alone are not escaped.
                        .append("\nuser-name:")
                        .append(session.userName())
                        .append("\nsession:")
                        .append(session.id())
                        .append("\nserver:venta-realtime");
        if (expiresAt != null) {
            frame.append("\nexpires-at:").append(expiresAt);
        }
        return frame.append("\n\n\0").toString().getBytes(UTF_8);
    }

    static byte[] receipt(String receipt) {
        return ("RECEIPT\nreceipt-id:" + escape(receipt) + "\n\n\0").getBytes(UTF_8);
    }

    static byte[] error(ClientSession session, ErrorReply error) {
        var frame = FatalErrors.frame(session.id(), session.socketAttributes(), error);
        return new StompEncoder().encode(frame);
    }

    /** Escapes a header's name or value, STOMP 1.2. */
    static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' || c == ':' || c == '\n' || c == '\r') {
                return text.replace("\\", "\\\\")
                        .replace(":", "\\c")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
            }
        }
        return text;
    }
}
