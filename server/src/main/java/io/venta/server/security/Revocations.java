package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.JsonPayloads;
import io.venta.server.session.MessagesMissed;
import io.venta.server.topic.NodeListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.stereotype.Component;

/**
 * What was revoked, as this node knows it; it ends the sockets that it finds, and tokens are held
 * against it. Answers come from memory. Thread-safe.
 *
 * <p>A revocation is told to all nodes, and each of them writes it to the store they share, now or
 * when that is back, also if it comes back empty. Every ten seconds, and as soon as it may have
 * missed something, a node reads them all: one that was cut off, or has just started, knows what
 * the others know.
 */
@Component
class Revocations implements NodeListener {

    static final ErrorReply REVOKED =
            ErrorReply.of(ErrorCode.SESSION_REVOKED, "Your session was ended");

    private static final Duration BETWEEN_READS = Duration.ofSeconds(10);

    private final KnownRevocations known = new KnownRevocations();
    private final StoreErrand exchanging = new StoreErrand("revocations", this::exchange);
    private final RevocationStore store;
    private final SignedInSockets sockets;
    private final JsonPayloads payloads;
    private final SimpMessageSendingOperations messaging;
    private final SignInSettings settings;
    private final Clock clock;

    Revocations(
            RevocationStore store,
            SignedInSockets sockets,
            JsonPayloads payloads,
            @Lazy SimpMessageSendingOperations messaging,
            SignInSettings settings,
            Clock clock) {
        this.store = store;
        this.sockets = sockets;
        this.payloads = payloads;
        this.messaging = messaging;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        exchanging.start(BETWEEN_READS);
    }

    @PreDestroy
    void stop() {
        exchanging.stop();
    }

    /**
     * Tells all nodes, this one included, that something counts no longer from now on.
     *
     * @param name as {@link Revocation} makes them
     * @throws RuntimeException if they cannot be told; nothing has happened then
     */
    void revoke(String name) {
        messaging.convertAndSend(destination(), new Revocation(name, clock.instant()));
    }

    @Override
    public String destination() {
        return PREFIX + "session.revoked";
    }

    @Override
    public void heard(byte[] body) {
        var revocation = payloads.read(body, Revocation.class);
        learn(Map.of(revocation.name(), revocation.at()));
        exchanging.ask();
    }

    @EventListener
    void missed(MessagesMissed event) {
        exchanging.ask();
    }

    /** Whether a sign-in counts no longer. */
    boolean cover(SignIn signIn) {
        var user = signIn.user().getName();
        return known.at(Revocation.ofSession(signIn.socket())) != null
                || known.at(Revocation.ofSession(signIn.socket(), user)) != null
                || cover(user, signIn.tokenId(), signIn.issuedAt());
    }

    /** Whether a token counts no longer; of a user, one that does not say when it was issued. */
    boolean cover(String user, @Nullable String token, @Nullable Instant issuedAt) {
        if (token != null && known.at(Revocation.ofToken(token)) != null) {
            return true;
        }
        var at = known.at(Revocation.ofUser(user));
        return at != null && (issuedAt == null || !issuedAt.isAfter(at));
    }

    /** Writes what the store does not have, and learns what it has; waits for the store. */
    void exchange() {
        var oldest = clock.instant().minus(settings.revocationLifetime());
        known.forgetBefore(oldest);
        var kept = store.since(oldest);
        var missing = new HashMap<>(known.all());
        missing.entrySet().removeIf(each -> !each.getValue().isAfter(at(kept, each.getKey())));
        if (!missing.isEmpty()) {
            store.keep(missing);
        }
        learn(kept);
    }

    private static Instant at(Map<String, Instant> revoked, String name) {
        return revoked.getOrDefault(name, Instant.MIN);
    }

    private void learn(Map<String, Instant> revoked) {
        known.learn(revoked);
        if (!revoked.isEmpty()) {
            sockets.endAll(this::cover, REVOKED);
        }
    }
}
