package io.venta.server.session;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How one client behaves beside its events: what it says that asks for nothing, how quickly it
 * subscribes, how often it is refused. Where that is too much its socket is ended.
 *
 * <p>Most clients never come near a limit, so each bucket is made when something is taken from it.
 * Thread-safe.
 */
final class Conduct {

    /** Heart-beats, pings, pieces of frames: many at once, and then ten a second. */
    static final int NOISE_BURST = 600;

    static final int NOISE = 10;

    /** Who says more at a time is held by the largest size of a message. */
    static final int SMALL = 1024;

    private static final String ATTRIBUTE = Conduct.class.getName();

    private final RateSettings settings;
    private final TimeMeter time;
    private final AtomicInteger subscribed = new AtomicInteger();
    private @Nullable Bucket noise;
    private @Nullable Bucket subscribes;
    private @Nullable Bucket violations;
    private volatile Runnable end = () -> {};
    private volatile @Nullable Principal user;
    private volatile boolean isTrusted;

    Conduct(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
    }

    /** Leaves it with a socket that is about to open. */
    void leaveIn(Map<String, Object> socketAttributes) {
        socketAttributes.put(ATTRIBUTE, this);
    }

    /** What was left with a socket. */
    static @Nullable Conduct in(Map<String, Object> socketAttributes) {
        return (Conduct) socketAttributes.get(ATTRIBUTE);
    }

    /** Says how to end the socket of a client that does not behave. */
    void whenTooMuch(Runnable end) {
        this.end = end;
    }

    /**
     * Says whose frame came last, by the token that counts now: a service passes on what others
     * measured, wrong things too.
     */
    void isOf(Principal user) {
        if (user != this.user) {
            isTrusted = Roles.has(user, Role.SERVICE, Role.ADMIN);
            this.user = user;
        }
    }

    /** Something came that asked for nothing: a heart-beat, a ping, a piece of a frame. */
    void heardNothing(int bytes) {
        if (bytes < SMALL && !noise().tryConsume(1)) {
            end.run();
        }
    }

    /**
     * A SUBSCRIBE came.
     *
     * @throws io.venta.server.error.RejectedMessageException where they come too quickly
     */
    void subscribes() {
        if (settings.subscribeBurst() > 0 && settings.subscribes() > 0) {
            var probe = subscribeBucket().tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw Buckets.exceeded(
                        "You subscribe too quickly", probe.getNanosToWaitForRefill());
            }
        }
        subscribed.incrementAndGet();
    }

    /** An UNSUBSCRIBE came: a SUBSCRIBE has paid for it, or it asks for nothing. */
    void unsubscribes() {
        if (subscribed.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            heardNothing(0);
        }
    }

    /** Something of it was refused. */
    void refused(ErrorCode code) {
        if (settings.violations() > 0 && isViolation(code) && !violations().tryConsume(1)) {
            end.run();
        }
    }

    private boolean isViolation(ErrorCode code) {
        return switch (code) {
            case RATE_LIMIT_EXCEEDED, AUTHORIZATION_FAILED, INVALID_ROOM -> true;
            case INVALID_MESSAGE -> !isTrusted;
            default -> false;
        };
    }

    private synchronized Bucket noise() {
        if (noise == null) {
            noise = Buckets.perSecond(NOISE_BURST, NOISE, time);
        }
        return noise;
    }

    private synchronized Bucket subscribeBucket() {
        if (subscribes == null) {
            subscribes = Buckets.perSecond(settings.subscribeBurst(), settings.subscribes(), time);
        }
        return subscribes;
    }

    private synchronized Bucket violations() {
        if (violations == null) {
            violations = Buckets.perMinute(settings.violations(), time);
        }
        return violations;
    }
}
