package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.session.ClientSockets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The sessions of this node that were let in. Once a second it sends the heart-beats that are due
 * and ends the sessions whose token is over. Thread-safe.
 */
class ClientSessions {

    /** As for every check of a token: clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final ConcurrentMap<String, ClientSession> sessions = new ConcurrentHashMap<>();
    private final Topics topics;
    private final ClientSockets sockets;
    private final Clock clock;

    ClientSessions(Topics topics, ClientSockets sockets, Clock clock) {
        this.topics = topics;
        this.sockets = sockets;
        this.clock = clock;
    }

    void add(ClientSession session) {
        sessions.put(session.id(), session);
    }

    Optional<ClientSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    Collection<ClientSession> all() {
        return sessions.values();
    }

    long users() {
        return sessions.values().stream().map(ClientSession::userKey).distinct().count();
    }

    /** Forgets a session and what it had subscribed to. */
    void remove(String id) {
        var session = sessions.remove(id);
        if (session != null) {
            session.subscriptions().values().forEach(topics::unsubscribe);
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        var nowMillis = clock.millis();
        var expiry = clock.instant().minus(SKEW);
        for (var session : sessions.values()) {
            if (!sockets.isOpen(session.id())) {
                remove(session.id());
            } else if (session.expiredBy(expiry)) {
                remove(session.id());
                session.fail(ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "Your token is over"));
            } else if (session.heartbeatDue(nowMillis)) {
                session.sent(nowMillis);
                session.send(Frames.heartbeat(session));
            }
        }
    }
}
