package io.venta.server.relay;

import io.venta.model.ErrorReply;
import io.venta.model.UserKey;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;

/** A client that was let in: its subscriptions and its way out. Thread-safe. */
final class ClientSession {

    private final String id;
    private final UserKey userKey;
    private final Map<String, Object> socketAttributes;
    private final long heartbeatMillis;
    private final @Nullable Instant expiresAt;
    private final Outbox outbox;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final AtomicLong messageIds = new AtomicLong();
    private volatile long lastSentMillis;

    ClientSession(
            String id,
            Principal user,
            Map<String, Object> socketAttributes,
            long heartbeatMillis,
            @Nullable Instant expiresAt,
            Outbox outbox) {
        this.id = id;
        this.userKey = UserKey.of(user.getName());
        this.socketAttributes = socketAttributes;
        this.heartbeatMillis = heartbeatMillis;
        this.expiresAt = expiresAt;
        this.outbox = outbox;
    }

    String id() {
        return id;
    }

    UserKey userKey() {
        return userKey;
    }

    Map<String, Object> socketAttributes() {
        return socketAttributes;
    }

    Map<String, Subscription> subscriptions() {
        return subscriptions;
    }

    String nextMessageId() {
        return Long.toString(messageIds.incrementAndGet());
    }

    void send(Message<byte[]> frame) {
        outbox.add(frame);
    }

    void sendUnbounded(Message<byte[]> frame) {
        outbox.addUnbounded(frame);
    }

    void sent(long nowMillis) {
        lastSentMillis = nowMillis;
    }

    void fail(ErrorReply error) {
        outbox.addUnbounded(Frames.error(this, error));
    }

    void afterwards(Runnable last) {
        outbox.afterwards(last);
    }

    void close() {
        outbox.close();
    }

    boolean heartbeatDue(long nowMillis) {
        return heartbeatMillis > 0 && nowMillis - lastSentMillis >= heartbeatMillis;
    }

    boolean expiredBy(Instant moment) {
        return expiresAt != null && expiresAt.isBefore(moment);
    }

    static long subscriptionsOf(Collection<ClientSession> sessions) {
        return sessions.stream().mapToLong(session -> session.subscriptions.size()).sum();
    }
}
