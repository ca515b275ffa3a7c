package io.venta.server.security;

import io.venta.model.ErrorReply;
import io.venta.server.session.ClientSockets;
import io.venta.server.session.SessionEnded;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;

/**
 * The open sockets of this node whose client is signed in, and by what. Thread-safe.
 *
 * <p>A socket that is ended from here is signed in no longer: what its client still sends is
 * refused, even where it does not read that it is over.
 */
@Component
class SignedInSockets {

    private final ConcurrentMap<String, SignIn> open = new ConcurrentHashMap<>();
    private final ClientSockets sockets;
    private final ApplicationEventPublisher events;

    SignedInSockets(ClientSockets sockets, ApplicationEventPublisher events) {
        this.sockets = sockets;
        this.events = events;
    }

    /** Signs a client in; not one whose socket has closed meanwhile. */
    void put(SignIn signIn) {
        open.put(signIn.socket(), signIn);
        if (!sockets.isOpen(signIn.socket())) {
            remove(signIn.socket());
        }
    }

    /** Has a newer sign-in of a socket count, unless it has ended or closed meanwhile. */
    boolean renew(SignIn present, SignIn newer) {
        return open.replace(present.socket(), present, newer);
    }

    void remove(String socket) {
        open.remove(socket);
    }

    @Nullable SignIn find(String socket) {
        return open.get(socket);
    }

    Collection<SignIn> all() {
        return open.values();
    }

    /** Ends all that fit; they hear the reason as the last thing. */
    void endAll(Predicate<SignIn> which, ErrorReply reason) {
        for (var signIn : open.values()) {
            if (which.test(signIn) && open.remove(signIn.socket(), signIn)) {
                events.publishEvent(new SessionEnded(signIn.socket(), reason));
            }
        }
    }

    @EventListener
    void closed(SessionDisconnectEvent closed) {
        remove(closed.getSessionId());
    }
}
