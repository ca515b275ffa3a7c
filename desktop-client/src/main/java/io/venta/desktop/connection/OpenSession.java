package io.venta.desktop.connection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The STOMP session that is open at the moment, if one is. What cannot be written any more is lost
 * with its socket, whose end is heard separately. Written and used on the connection's loop; any
 * thread may ask whether there is one.
 */
final class OpenSession {

    private static final System.Logger LOG = System.getLogger(OpenSession.class.getName());

    private final JsonMapper json;
    private volatile @Nullable StompSession session;

    /** Writes payloads with {@code json}. */
    OpenSession(JsonMapper json) {
        this.json = json;
    }

    boolean isThere() {
        return session != null;
    }

    void set(@Nullable StompSession opened) {
        session = opened;
    }

    void use(Consumer<StompSession> action) {
        StompSession open = session;
        if (open == null) {
            return;
        }
        try {
            action.accept(open);
        } catch (MessagingException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not sent: the socket is gone", e);
        }
    }

    void send(String destination, Object payload) {
        StompHeaders headers = new StompHeaders();
        headers.setDestination(destination);
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        byte[] body = json.writeValueAsBytes(payload);
        use(open -> open.send(headers, body));
    }
}
