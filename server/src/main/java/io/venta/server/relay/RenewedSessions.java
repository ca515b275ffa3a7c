package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.MessageType;
import io.venta.server.error.SessionReplies;
import io.venta.server.session.SessionRenewed;
import java.util.List;
import org.springframework.context.event.EventListener;

/**
 * Lets a session go on by a newer token: to that one's end, and without the subscriptions that it
 * does not allow; the client is told of each. On the thread that reads the client's socket, so that
 * no SUBSCRIBE of the same client comes in between.
 */
final class RenewedSessions {

    private final ClientSessions sessions;
    private final Topics topics;
    private final SessionReplies replies;

    RenewedSessions(ClientSessions sessions, Topics topics, SessionReplies replies) {
        this.sessions = sessions;
        this.topics = topics;
        this.replies = replies;
    }

    @EventListener
    void renewed(SessionRenewed renewal) {
        sessions.find(renewal.sessionId())
                .ifPresent(
                        session -> {
                            session.expireAt(renewal.expiresAt());
                            review(session, renewal);
                        });
    }

    private void review(ClientSession session, SessionRenewed renewal) {
        for (var subscription : List.copyOf(session.subscriptions().values())) {
            var destination = Address.client(subscription.address());
            if (!renewal.maySubscribe().test(destination)) {
                session.subscriptions().remove(subscription.id());
                topics.unsubscribe(subscription);
                session.outbox().dropUnwanted();
                // The refresh was done, and has its RECEIPT; nor does it count against the client,
                // however many are dropped.
                SendScope.beside(() -> say(session, dropped(destination, subscription)));
            }
        }
    }

    private void say(ClientSession session, ErrorReply dropped) {
        replies.send(session.id(), Destinations.ERRORS, MessageType.ERROR, dropped);
    }

    private static ErrorReply dropped(String destination, Subscription subscription) {
        return new ErrorReply(
                ErrorCode.AUTHORIZATION_FAILED,
                "Your newer token does not allow this subscription",
                false,
                destination,
                subscription.id(),
                null,
                null);
    }
}
