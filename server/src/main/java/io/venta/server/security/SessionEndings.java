package io.venta.server.security;

import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.NodeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/** Ends sockets wherever they are: tells all nodes, and does what another node, or this, tells. */
@Component
class SessionEndings implements NodeListener {

    private static final Logger log = LoggerFactory.getLogger(SessionEndings.class);

    private final SignedInSockets sockets;
    private final Revocations revocations;
    private final JsonPayloads payloads;
    private final SimpMessageSendingOperations messaging;

    SessionEndings(
            SignedInSockets sockets,
            Revocations revocations,
            JsonPayloads payloads,
            @Lazy SimpMessageSendingOperations messaging) {
        this.sockets = sockets;
        this.revocations = revocations;
        this.payloads = payloads;
        this.messaging = messaging;
    }

    /**
     * Ends one session of a user, and remembers it for nodes that are cut off.
     *
     * @throws RuntimeException if the nodes cannot be told; nothing has happened then
     */
    void end(String session, String user) {
        revocations.revoke(Revocation.ofSession(session, user));
    }

    /** Ends the sockets of a browser; where nodes cannot be told, they find out by themselves. */
    void end(BrowserSession browser) {
        var ending = SessionEnding.of(browser);
        end(ending);
        try {
            messaging.convertAndSend(destination(), ending);
        } catch (MessagingException | RejectedMessageException e) {
            log.warn("Other nodes will notice later that a browser signed out", e);
        }
    }

    @Override
    public String destination() {
        return PREFIX + "session.ended";
    }

    @Override
    public void heard(byte[] body) {
        end(payloads.read(body, SessionEnding.class));
    }

    private void end(SessionEnding ending) {
        sockets.endAll(ending::means, Revocations.REVOKED);
    }
}
