package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.session.ClientSockets;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionEnded;
import io.venta.server.session.SocketEnd;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The sessions of this node that were let in. Once a second it sends the heart-beats that are due
 * and ends the sessions whose token is over or whose client does not read. Thread-safe.
 */
class ClientSessions {

    /** As for every check of a token: clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final ConcurrentMap<String, ClientSession> sessions = new ConcurrentHashMap<>();
    private final Topics topics;
    private final ClientSockets sockets;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile QueueSizes queueSizes = QueueSizes.NONE;

    ClientSessions(
            Topics topics, ClientSockets sockets, Clock clock, ApplicationEventPublisher events) {
        this.topics = topics;
        this.sockets = sockets;
        this.clock = clock;
        this.events = events;
    }

    void add(ClientSession session) {
        sessions.put(session.id(), session);
    }

    /** A session that may ask for something: one that has not ended. */
    Optional<ClientSession> find(String id) {
        return Optional.ofNullable(sessions.get(id)).filter(session -> !session.hasEnded());
    }

    boolean isKnown(String id) {
        return sessions.containsKey(id);
    }

    Collection<ClientSession> all() {
        return sessions.values();
    }

    long users() {
        return sessions.values().stream().map(ClientSession::userKey).distinct().count();
    }

    /** Forgets a session whose socket is closed, and tells of it. */
    void remove(String id) {
        var session = sessions.remove(id);
        if (session != null) {
            end(session);
            session.close();
            events.publishEvent(SessionClosed.of(id, SocketEnd.in(session.socketAttributes())));
        }
    }

    /**
     * Takes a session's subscriptions away. It is watched until its socket is closed: a client that
     * does not read its last frame must not keep it.
     */
    void end(ClientSession session) {
        session.end();
        session.subscriptions().values().forEach(topics::unsubscribe);
    }

    /** How much waits for the sessions, as of the last second. */
    QueueSizes queueSizes() {
        return queueSizes;
    }

    long subscriptions() {
        return sessions.values().stream().mapToLong(all -> all.subscriptions().size()).sum();
    }

    /** Ends a session: it hears an ERROR as the last thing, and its socket closes. */
    void fail(ClientSession session, ErrorReply error) {
        end(session);
        session.fail(error, () -> sockets.close(session.id(), error.code()));
    }

    /** One that was let in, but has not come as far as here, has only a socket. */
    @EventListener
    void ended(SessionEnded ending) {
        find(ending.sessionId())
                .ifPresentOrElse(
                        session -> fail(session, ending.reason()),
                        () -> sockets.close(ending.sessionId(), ending.reason().code()));
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        var now = System.nanoTime();
        queueSizes = QueueSizes.of(sessions.values());
        var expiry = clock.instant().minus(SKEW);
        for (var session : sessions.values()) {
            session.endIfStuck(now);
            if (!sockets.isOpen(session.id())) {
                remove(session.id());
            } else if (session.expiredBy(expiry) && !session.hasEnded()) {
                fail(session, ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "Your token is over"));
            } else if (session.heartbeatDue(now)) {
                session.send(Frames.HEARTBEAT);
            }
        }
    }
}
