package io.venta.server.security;

import io.venta.server.error.JsonPayloads;
import io.venta.server.session.SessionEnded;
import io.venta.server.session.StubClientSockets;
import io.venta.server.topic.NodeListener;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.JacksonJsonMessageConverter;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

/** Who is signed in at one node, without a network: what it tells all nodes, it hears at once. */
final class LocalSignIns {

    static final TokenSettings TOKENS =
            new TokenSettings(TestTokens.SECRET, "", "", "", "sub", "roles");
    static final SignInSettings SETTINGS =
            new SignInSettings(Duration.ofHours(1), Duration.ofHours(24));

    private final SettableClock clock = new SettableClock();
    private final JsonPayloads payloads = new JsonPayloads();
    private final StubClientSockets sockets = new StubClientSockets();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final Map<String, Session> kept = new ConcurrentHashMap<>();
    private final MapSessionRepository browsers = new MapSessionRepository(kept);
    private final SimpMessagingTemplate messaging = new SimpMessagingTemplate(this::tell);
    private final SignedInSockets signedIn = new SignedInSockets(sockets, events::add);
    private final Revocations revocations;
    private final SessionEndings endings;
    private final BrowserSessions browserSessions;
    private @Nullable RuntimeException failure;
    private @Nullable RuntimeException browsersLost;

    LocalSignIns() {
        this(new InMemoryRevocationStore());
    }

    /** A node that shares its revocations with others. */
    LocalSignIns(RevocationStore store) {
        messaging.setMessageConverter(new JacksonJsonMessageConverter());
        revocations = new Revocations(store, signedIn, payloads, messaging, SETTINGS, clock);
        endings = new SessionEndings(signedIn, revocations, payloads, messaging);
        browserSessions =
                new BrowserSessions(browsers, this::gone, signedIn, endings, SETTINGS, clock);
    }

    SettableClock clock() {
        return clock;
    }

    JsonPayloads payloads() {
        return payloads;
    }

    StubClientSockets sockets() {
        return sockets;
    }

    SignedInSockets signedIn() {
        return signedIn;
    }

    Revocations revocations() {
        return revocations;
    }

    SessionEndings endings() {
        return endings;
    }

    BrowserSessions browserSessions() {
        return browserSessions;
    }

    List<Object> events() {
        return events;
    }

    TokenVerifier verifier() {
        var configuration = new TokenConfiguration();
        var validator = configuration.tokenValidator(TOKENS, revocations, clock);
        var decoder = configuration.embeddedDecoder(configuration.embeddedKey(TOKENS), validator);
        return new TokenVerifier(decoder, new TokenAuthenticationConverter(TOKENS));
    }

    /** From now on nobody can be told anything. */
    void loseUpstream(RuntimeException why) {
        failure = why;
    }

    /** Opens a socket whose client is signed in. */
    SignIn open(String socket, Authentication user) {
        return open(socket, user, null);
    }

    SignIn open(String socket, Authentication user, @Nullable BrowserSession browser) {
        var signIn = new SignIn(socket, user, clock.instant(), browser);
        sockets.open(socket);
        signedIn.put(signIn);
        return signIn;
    }

    /** A browser's session, idle for an hour at most. */
    BrowserSession openBrowser() {
        var session = browsers.createSession();
        session.setMaxInactiveInterval(Duration.ofHours(1));
        browsers.save(session);
        return BrowserSession.of(session.getId());
    }

    /** A browser's session as it is kept, also where it has run out by the time of this machine. */
    @Nullable Session browser(BrowserSession browser) {
        return kept.get(browser.id());
    }

    void deleteBrowser(BrowserSession browser) {
        browsers.deleteById(browser.id());
    }

    /** From now on sessions are out of reach. */
    void loseBrowsers(RuntimeException why) {
        browsersLost = why;
    }

    private Set<String> gone(Collection<String> ids) {
        if (browsersLost != null) {
            throw browsersLost;
        }
        return ids.stream().filter(id -> !kept.containsKey(id)).collect(Collectors.toSet());
    }

    /** Which sockets ended so far: {@code <id> <code>}. */
    List<String> ended() {
        return events.stream()
                .filter(SessionEnded.class::isInstance)
                .map(SessionEnded.class::cast)
                .map(ending -> ending.sessionId() + ' ' + ending.reason().code())
                .sorted()
                .toList();
    }

    private boolean tell(Message<?> message, long timeout) {
        if (failure != null) {
            throw failure;
        }
        var destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
        for (NodeListener listener : List.<NodeListener>of(revocations, endings)) {
            if (listener.destination().equals(destination)) {
                listener.heard((byte[]) message.getPayload());
            }
        }
        return true;
    }
}
