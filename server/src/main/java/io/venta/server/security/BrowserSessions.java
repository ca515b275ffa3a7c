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
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * The browsers' sessions and the sockets that they let in: an open socket keeps its session alive,
 * and without its session no socket stays open.
 *
 * <p>All nodes are told of a sign-out. Once a minute, and as soon as this node may have missed
 * something, the session of each socket is looked up: it is touched, or it is gone and its sockets
 * end. Thread-safe.
 */
@Component
class BrowserSessions {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final ErrorReply OVER =
            ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "Your browser's session is over");

    private final StoreErrand touching = new StoreErrand("browser-sessions", this::touchAll);
    private final SessionRepository<? extends Session> sessions;
    private final SignedInSockets sockets;
    private final SessionEndings endings;
    private final SignInSettings settings;
    private final Clock clock;

    BrowserSessions(
            SessionRepository<? extends Session> sessions,
            SignedInSockets sockets,
            SessionEndings endings,
            SignInSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.sockets = sockets;
        this.endings = endings;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        touching.start(BETWEEN_TOUCHES);
    }

    @PreDestroy
    void stop() {
        touching.stop();
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
        return sessions.findById(browser.id()) != null;
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
        touching.ask();
    }

    void touchAll() {
        sockets.all().stream()
                .map(SignIn::browser)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::touch);
    }

    private void touch(BrowserSession browser) {
        if (!change(sessions, browser, s -> s.setLastAccessedTime(clock.instant()))) {
            sockets.endAll(signIn -> browser.equals(signIn.browser()), OVER);
        }
    }

    private static <S extends Session> boolean change(
            SessionRepository<S> sessions, BrowserSession browser, Consumer<Session> change) {
        var session = sessions.findById(browser.id());
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
}
