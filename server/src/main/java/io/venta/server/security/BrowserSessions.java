package io.venta.server.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.session.MessagesMissed;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * The browsers' sessions and the sockets that they let in: an open socket keeps its session alive,
 * and without its session no socket stays open.
 *
 * <p>All nodes are told of a sign-out. Besides, each node looks twice a second, and as soon as it
 * may have missed something, whether the sessions of its sockets are there; the sockets of one that
 * is gone, whatever became of it, end. Once a minute each is touched. While the store is away
 * sockets live on. Thread-safe.
 */
@Component
class BrowserSessions {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Not all are touched at the same time: at each look those whose turn it is. */
    static final int LOOKS_BETWEEN_TOUCHES = 120;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final ErrorReply OVER =
            ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "Your browser's session is over");

    private final StoreErrand looking = new StoreErrand("browser-sessions", this::look);
    private final SessionRepository<? extends Session> sessions;
    private final KeptSessions kept;
    private final SignedInSockets sockets;
    private final SessionEndings endings;
    private final SignInSettings settings;
    private final Clock clock;

    /** On the thread of the errand alone. */
    private int looks;

    BrowserSessions(
            SessionRepository<? extends Session> sessions,
            KeptSessions kept,
            SignedInSockets sockets,
            SessionEndings endings,
            SignInSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.kept = kept;
        this.sockets = sockets;
        this.endings = endings;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        looking.start(BETWEEN_LOOKS);
    }

    @PreDestroy
    void stop() {
        looking.stop();
    }

    /** For how long a session may lie idle: not beyond the end of its token. */
    Duration idle(Instant tokenEnd) {
        var left = Duration.between(clock.instant(), tokenEnd);
        var shorter =
                left.compareTo(settings.sessionTimeout()) < 0 ? left : settings.sessionTimeout();
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }

    /** Ends the session of a request, if it has one, and its sockets on all nodes. */
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            var browser = BrowserSession.of(session.getId());
            session.invalidate();
            endings.end(browser);
        }
    }

    /** Whether a session is there; waits for the store. */
    boolean isAlive(BrowserSession browser) {
        return find(sessions, browser) != null;
    }

    /**
     * Has a browser's session go on by the newer token of one of its sockets; waits for the store.
     *
     * @return whether the session is there
     */
    boolean renew(BrowserSession browser, SignIn newer) {
        return change(
                sessions,
                browser,
                session -> {
                    session.setAttribute(
                            SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(newer.user()));
                    session.setMaxInactiveInterval(idle(newer.expiresAt()));
                    session.setLastAccessedTime(clock.instant());
                });
    }

    @EventListener
    void missed(MessagesMissed event) {
        looking.ask();
    }

    /** Ends sockets without a session, and touches some sessions; waits for the store. */
    void look() {
        var open =
                sockets.all().stream()
                        .map(SignIn::browser)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        end(kept.gone(open.stream().map(BrowserSession::id).toList()));
        // Whatever goes wrong with the sessions of one turn, the others have theirs.
        var turn = looks;
        looks = (turn + 1) % LOOKS_BETWEEN_TOUCHES;
        end(
                open.stream()
                        .filter(each -> isItsTurn(each, turn) && !touch(each))
                        .map(BrowserSession::id)
                        .collect(Collectors.toSet()));
    }

    private void end(Set<String> gone) {
        if (!gone.isEmpty()) {
            sockets.endAll(
                    signIn -> signIn.browser() != null && gone.contains(signIn.browser().id()),
                    OVER);
        }
    }

    private static boolean isItsTurn(BrowserSession browser, int turn) {
        return Math.floorMod(browser.hashCode(), LOOKS_BETWEEN_TOUCHES) == turn;
    }

    private boolean touch(BrowserSession browser) {
        return change(sessions, browser, s -> s.setLastAccessedTime(clock.instant()));
    }

    private static <S extends Session> boolean change(
            SessionRepository<S> sessions, BrowserSession browser, Consumer<Session> change) {
        var session = find(sessions, browser);
        if (session == null) {
            return false;
        }
        change.accept(session);
        try {
            sessions.save(session);
            return true;
        } catch (IllegalStateException goneMeanwhile) {
            return false;
        }
    }

    /** One that is deleted while somebody writes to it leaves a part, which no one can read. */
    private static <S extends Session> @Nullable S find(
            SessionRepository<S> sessions, BrowserSession browser) {
        try {
            return sessions.findById(browser.id());
        } catch (IllegalStateException incomplete) {
            sessions.deleteById(browser.id());
            return null;
        }
    }
}
