package io.venta.server.relay;

import io.venta.model.ErrorReply;
import io.venta.model.UserKey;
import io.venta.server.relay.Outbox.Added;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A client that was let in: its subscriptions and its way out. Thread-safe. */
final class ClientSession {

    private final String id;
    private final String userName;
    private final UserKey userKey;
    private final Map<String, Object> socketAttributes;
    private final long heartbeatMillis;
    private final Outbox outbox;
    private final Runnable slow;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>(4);
    private @Nullable Map<Integer, HeldUpdates> held;
    private final AtomicBoolean endIsDue = new AtomicBoolean();
    private volatile @Nullable Instant expiresAt;
    private volatile boolean ended;

    /**
     * A client that has no subscriptions yet.
     *
     * @param heartbeatMillis how often it wants to be sent something; 0: it does not care
     * @param slow ends it as a client that does not read what it asked for
     */
    ClientSession(
            String id,
            Principal user,
            Map<String, Object> socketAttributes,
            long heartbeatMillis,
            @Nullable Instant expiresAt,
            Outbox outbox,
            Runnable slow) {
        this.id = id;
        this.userName = user.getName();
        this.userKey = UserKey.of(userName);
        this.socketAttributes = socketAttributes;
        this.heartbeatMillis = heartbeatMillis;
        this.expiresAt = expiresAt;
        this.outbox = outbox;
        this.slow = slow;
    }

    String id() {
        return id;
    }

    String userName() {
        return userName;
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

    Outbox outbox() {
        return outbox;
    }

    /** Where updates wait that are to leave together once in so many milliseconds. */
    synchronized HeldUpdates held(int millis, Conflation conflation) {
        if (held == null) {
            held = new HashMap<>(2);
        }
        return held.computeIfAbsent(millis, wanted -> conflation.held(this, wanted));
    }

    /** Sends a frame at once. */
    void send(byte[] frame) {
        sendNow(Outgoing.of(frame, System.nanoTime()));
    }

    /** Does something once all that waits now was written. */
    void afterwards(Runnable action) {
        sendNow(Outgoing.last(action, System.nanoTime()));
    }

    /** Ends it with an ERROR frame; the socket is closed once it was written. */
    void fail(ErrorReply error, Runnable close) {
        send(Frames.error(this, error));
        afterwards(close);
    }

    /** Hands it an update or a message for one of its subscriptions. */
    void deliver(Subscription subscription, Delivery delivery, long now, Lanes lanes) {
        var held = delivery.slot() == null ? null : subscription.held();
        if (held == null) {
            add(Outgoing.of(delivery, subscription, now), now, lanes);
        } else {
            held.hold(subscription, delivery);
        }
    }

    /** Queues something, to be written by the next flush of the lanes. */
    void add(Outgoing outgoing, long now, Lanes lanes) {
        if (isToBeFlushed(outbox.add(outgoing, now))) {
            lanes.add(this);
        }
    }

    /** Queues what belongs together, to be written by the next flush of the lanes. */
    void addAll(List<Outgoing> outgoing, long now, Lanes lanes) {
        if (isToBeFlushed(outbox.addAll(outgoing, now))) {
            lanes.add(this);
        }
    }

    /** Says that nothing more is asked of it or for it. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Writes what waits, or ends it where that is too much; to be called without locks. */
    void flush() {
        if (endIsDue.compareAndSet(true, false)) {
            tooSlow();
        } else {
            outbox.flush();
        }
    }

    void close() {
        outbox.close();
    }

    boolean heartbeatDue(long now) {
        return heartbeatMillis > 0
                && outbox.isSilent(TimeUnit.MILLISECONDS.toNanos(heartbeatMillis), now);
    }

    /** Ends it if it takes too long to read what was sent. */
    void endIfStuck(long now) {
        if (outbox.isStuck(now)) {
            tooSlow();
        }
    }

    /** When its token ends; null where nothing says so. */
    @Nullable Instant expiresAt() {
        return expiresAt;
    }

    boolean expiredBy(Instant moment) {
        var end = expiresAt;
        return end != null && end.isBefore(moment);
    }

    /** Lets it live to another moment than before. */
    void expireAt(Instant moment) {
        expiresAt = moment;
    }

    private void sendNow(Outgoing outgoing) {
        if (isToBeFlushed(outbox.add(outgoing, outgoing.since()))) {
            flush();
        }
    }

    /** Who adds may hold locks, which closing a socket could ask for again: flushing does it. */
    private boolean isToBeFlushed(Added added) {
        if (added == Added.TOO_MUCH) {
            endIsDue.set(true);
        }
        return added != Added.NOTHING_TO_DO;
    }

    private void tooSlow() {
        outbox.close();
        slow.run();
    }
}
