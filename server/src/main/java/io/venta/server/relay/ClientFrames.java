package io.venta.server.relay;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.ClientSockets;
import io.venta.server.session.SessionOpened;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/** What clients ask of the relay: CONNECT, SUBSCRIBE, UNSUBSCRIBE, DISCONNECT. */
final class ClientFrames {

    private static final int MAX_CONFLATE_MILLIS = 60_000;
    private static final Pattern CONFLATE = Pattern.compile("\\d{1,5}");

    private final Topics topics;
    private final Feeds feeds;
    private final ClientSessions sessions;
    private final ClientSockets sockets;
    private final Conflation conflation;
    private final RelayFigures figures;
    private final RelaySettings settings;
    private final OutboxLimits limits;
    private final ApplicationEventPublisher events;

    ClientFrames(
            Topics topics,
            Feeds feeds,
            ClientSessions sessions,
            ClientSockets sockets,
            Conflation conflation,
            RelayFigures figures,
            RelaySettings settings,
            ApplicationEventPublisher events) {
        this.topics = topics;
        this.feeds = feeds;
        this.sessions = sessions;
        this.sockets = sockets;
        this.conflation = conflation;
        this.figures = figures;
        this.settings = settings;
        this.limits = OutboxLimits.of(settings);
        this.events = events;
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
        if (sessions.isKnown(id(frame))) {
            throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "You are connected");
        }
        var version = version(frame);
        var device = ClientDevice.of(frame);
        var expiresAt = expiry(user);
        var session = session(frame, user, expiresAt);
        opened(session, user, device);
        sessions.add(session);
        var heartbeat = settings.heartbeat().toMillis();
        session.send(Frames.connected(session, version, heartbeat, expiresAt));
    }

    /** Told before anything else could tell of its end. */
    private void opened(ClientSession session, Principal user, ClientDevice device) {
        events.publishEvent(
                new SessionOpened(
                        session.id(),
                        user,
                        device.id(),
                        device.type(),
                        sockets.address(session.id()),
                        session.expiresAt()));
    }

    private ClientSession session(
            StompHeaderAccessor frame, Principal user, @Nullable Instant expiresAt) {
        var id = id(frame);
        var attributes = frame.getSessionAttributes();
        return new ClientSession(
                id,
                user,
                attributes == null ? Map.of() : attributes,
                outgoingHeartbeat(frame),
                expiresAt,
                new Outbox(sockets.writer(id), limits, figures, System.nanoTime()),
                () -> {
                    figures.slow();
                    sockets.close(id, ErrorCode.SLOW_CONSUMER);
                });
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
        var subscription =
                new Subscription(
                        session, id, Address.of(destination, session), held(session, frame));
        if (Destinations.NOTIFICATIONS.equals(destination)) {
            feeds.subscribe(subscription, receipt(frame));
        } else {
            topics.subscribe(subscription, receipt(frame));
        }
        session.subscriptions().put(id, subscription);
        if (sessions.find(session.id()).isEmpty()) {
            // Its socket closed meanwhile, on another thread: nobody else would take it away.
            topics.unsubscribe(subscription);
        }
    }

    private @Nullable HeldUpdates held(ClientSession session, StompHeaderAccessor frame) {
        var wanted = frame.getFirstNativeHeader("conflate");
        if (wanted == null) {
            return null;
        }
        var number = wanted.strip();
        if (!CONFLATE.matcher(number).matches() || Integer.parseInt(number) > MAX_CONFLATE_MILLIS) {
            throw invalid("conflate is a number of milliseconds from 0 to " + MAX_CONFLATE_MILLIS);
        }
        var millis = Integer.parseInt(number);
        return millis == 0 ? null : session.held(millis, conflation);
    }

    private void unsubscribe(ClientSession session, StompHeaderAccessor frame) {
        var id = frame.getSubscriptionId();
        var subscription = id == null ? null : session.subscriptions().remove(id);
        if (subscription != null) {
            topics.unsubscribe(subscription);
            session.outbox().dropUnwanted();
        }
        answer(session, frame);
    }

    /** A client's own DISCONNECT, or the end of its socket. */
    private void disconnect(StompHeaderAccessor frame) {
        var id = id(frame);
        if (!sockets.isOpen(id)) {
            sessions.remove(id);
            return;
        }
        if (!sessions.isKnown(id)) {
            throw new RejectedMessageException(ErrorCode.PROTOCOL_ERROR, "CONNECT comes first");
        }
        sessions.find(id)
                .ifPresent(
                        session -> {
                            sessions.end(session);
                            answer(session, frame);
                            session.afterwards(() -> sockets.close(id));
                        });
    }

    private static void answer(ClientSession session, StompHeaderAccessor frame) {
        var receipt = receipt(frame);
        if (receipt != null) {
            session.send(receipt);
        }
    }

    private static byte @Nullable [] receipt(StompHeaderAccessor frame) {
        var id = frame.getReceipt();
        return id == null ? null : Frames.receipt(id);
    }

    private long outgoingHeartbeat(StompHeaderAccessor frame) {
        try {
            var wanted = frame.getHeartbeat()[1];
            return wanted <= 0 ? 0 : Math.max(wanted, settings.heartbeat().toMillis());
        } catch (NumberFormatException e) {
            throw new RejectedMessageException(
                    ErrorCode.PROTOCOL_ERROR, "heart-beat is two numbers of milliseconds");
        }
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
