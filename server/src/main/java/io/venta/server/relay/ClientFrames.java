package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.ClientSockets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/** What clients ask of the relay: CONNECT, SUBSCRIBE, UNSUBSCRIBE, DISCONNECT. */
final class ClientFrames {

    private final Topics topics;
    private final ClientSessions sessions;
    private final ClientSockets sockets;
    private final RelaySettings settings;
    private final Clock clock;
    private final MessageChannel outbound;

    ClientFrames(
            Topics topics,
            ClientSessions sessions,
            ClientSockets sockets,
            RelaySettings settings,
            Clock clock,
            MessageChannel outbound) {
        this.topics = topics;
        this.sessions = sessions;
        this.sockets = sockets;
        this.settings = settings;
        this.clock = clock;
        this.outbound = outbound;
    }

    void handle(StompHeaderAccessor frame) {
        switch (frame.getCommand()) {
            case CONNECT, STOMP -> connect(frame);
            case SUBSCRIBE -> sessions.find(id(frame)).ifPresent(s -> subscribe(s, frame));
            case UNSUBSCRIBE -> sessions.find(id(frame)).ifPresent(s -> unsubscribe(s, frame));
            case DISCONNECT -> disconnect(frame);
            case null, default -> {
                // SEND is for the controllers; the rest was refused before it came here.
            }
        }
    }

    private void connect(StompHeaderAccessor frame) {
        var user = frame.getUser();
        if (user == null) {
            throw new RejectedMessageException(ErrorCode.AUTHENTICATION_FAILED, "Sign in first");
        }
        if (sessions.find(id(frame)).isPresent()) {
            throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "You are connected");
        }
        var version = version(frame);
        var expiresAt = expiry(user);
        var attributes = frame.getSessionAttributes();
        var session =
                new ClientSession(
                        id(frame),
                        user,
                        attributes == null ? Map.of() : attributes,
                        outgoingHeartbeat(frame.getHeartbeat()),
                        expiresAt,
                        outbox(id(frame)));
        session.sent(clock.millis());
        sessions.add(session);
        var heartbeat = settings.heartbeat().toMillis();
        session.send(Frames.connected(session, version, heartbeat, expiresAt));
    }

    private Outbox outbox(String id) {
        return new Outbox(
                "outbox-" + id,
                settings.sendQueueSize().toBytes(),
                frame -> write(id, frame),
                () -> sockets.close(id, ErrorCode.SLOW_CONSUMER));
    }

    private void write(String id, Message<byte[]> frame) {
        outbound.send(frame);
        sessions.find(id).ifPresent(session -> session.sent(clock.millis()));
    }

    void subscribe(ClientSession session, StompHeaderAccessor frame) {
        var id = frame.getSubscriptionId();
        var destination = frame.getDestination();
        if (id == null || destination == null) {
            throw invalid("A SUBSCRIBE has an id and a destination");
        }
        if (session.subscriptions().containsKey(id)) {
            throw invalid("There is a subscription " + id + " already");
        }
        var max = settings.maxSubscriptions();
        if (max > 0 && session.subscriptions().size() >= max) {
            throw new RejectedMessageException(
                    ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED,
                    "A session has at most " + max + " subscriptions",
                    Map.of("limit", max));
        }
        var address = Address.of(destination, session);
        var subscription = new Subscription(session, id, destination, address);
        session.subscriptions().put(id, subscription);
        topics.subscribe(subscription, receipt(session, frame));
        if (sessions.find(session.id()).isEmpty()) {
            // Its socket closed meanwhile, on another thread: nobody else would take it away.
            topics.unsubscribe(subscription);
        }
    }

    private void unsubscribe(ClientSession session, StompHeaderAccessor frame) {
        var id = frame.getSubscriptionId();
        var subscription = id == null ? null : session.subscriptions().remove(id);
        if (subscription != null) {
            topics.unsubscribe(subscription);
        }
        answer(session, frame);
    }

    /** A client's own DISCONNECT, or the end of its socket. */
    private void disconnect(StompHeaderAccessor frame) {
        var id = id(frame);
        var ended = sessions.find(id);
        sessions.remove(id);
        ended.ifPresent(
                session -> {
                    if (sockets.isOpen(id)) {
                        answer(session, frame);
                        session.afterwards(() -> sockets.close(id));
                    } else {
                        session.close();
                    }
                });
    }

    private static void answer(ClientSession session, StompHeaderAccessor frame) {
        var receipt = receipt(session, frame);
        if (receipt != null) {
            session.send(receipt);
        }
    }

    private static @Nullable Message<byte[]> receipt(
            ClientSession session, StompHeaderAccessor frame) {
        var id = frame.getReceipt();
        return id == null ? null : Frames.receipt(session, id);
    }

    private long outgoingHeartbeat(long[] wanted) {
        return wanted[1] == 0 ? 0 : Math.max(wanted[1], settings.heartbeat().toMillis());
    }

    private static String version(StompHeaderAccessor frame) {
        var accepted = frame.getAcceptVersion();
        if (accepted.contains("1.2")) {
            return "1.2";
        }
        if (accepted.contains("1.1")) {
            return "1.1";
        }
        throw new RejectedMessageException(
                ErrorCode.PROTOCOL_ERROR, "STOMP 1.2 or 1.1 is spoken here");
    }

    private static @Nullable Instant expiry(Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getCredentials() instanceof Jwt jwt
                ? jwt.getExpiresAt()
                : null;
    }

    private static String id(StompHeaderAccessor frame) {
        return String.valueOf(frame.getSessionId());
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
