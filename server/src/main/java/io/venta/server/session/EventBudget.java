package io.venta.server.session;

import io.venta.server.error.RejectedMessageException;
import java.security.Principal;

/** How many events a user has left. Each SEND takes one before it is handled. */
@FunctionalInterface
public interface EventBudget {

    /**
     * Takes what a SEND holds beyond its first event; all or none.
     *
     * @throws RejectedMessageException where that is more than is left; nothing is taken then
     */
    void spend(Principal user, EventKind kind, int events);
}
