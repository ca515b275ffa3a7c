package io.venta.server.presence;

import io.venta.model.presence.PresenceStatus;
import io.venta.server.session.SessionClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A device that is connected to this node: what it says of itself, and what fades. Thread-safe. */
final class OwnDevice {

    private static final Duration TYPING_FADES = Duration.ofSeconds(6);
    private static final Duration VIEWING_FADES = Duration.ofSeconds(30);

    private final AtomicBoolean queued = new AtomicBoolean();
    private Device device;
    private PresenceStatus said = PresenceStatus.ONLINE;
    private long viewingSince;
    private long typingSince;
    private @Nullable Device registered;
    private @Nullable SessionClosed departure;

    OwnDevice(Device device) {
        this.device = device;
    }

    /** As it is now. */
    synchronized Device device() {
        return device;
    }

    /** As the registry knows it; null where it does not. */
    synchronized @Nullable Device registered() {
        return registered;
    }

    synchronized void registered(@Nullable Device known) {
        registered = known;
    }

    /** How it left; null while it is connected. */
    synchronized @Nullable SessionClosed departure() {
        return departure;
    }

    synchronized void departs(SessionClosed closed) {
        departure = closed;
    }

    /** Takes what its user says. */
    synchronized boolean says(PresenceStatus status) {
        said = status;
        return becomes(status, device.viewing(), device.typing());
    }

    synchronized boolean views(@Nullable String target, long now) {
        viewingSince = now;
        return becomes(device.status(), target, device.typing());
    }

    synchronized boolean types(@Nullable String target, long now) {
        typingSince = now;
        return becomes(device.status(), device.viewing(), target);
    }

    /**
     * Lets fade what has to, and finds out whether it is idle.
     *
     * @param now of {@link System#nanoTime()}
     * @return whether anything differs
     */
    synchronized boolean fades(long now, boolean isIdle) {
        var status = said == PresenceStatus.ONLINE && isIdle ? PresenceStatus.IDLE : said;
        var viewing = now - viewingSince < VIEWING_FADES.toNanos() ? device.viewing() : null;
        var typing = now - typingSince < TYPING_FADES.toNanos() ? device.typing() : null;
        return becomes(status, viewing, typing);
    }

    synchronized boolean expiresAt(Instant moment) {
        return becomes(device.until(moment));
    }

    synchronized boolean subscribes(int subscriptions) {
        return becomes(device.listening(subscriptions));
    }

    /** Whether it does not wait yet for the registry to be told. */
    boolean queues() {
        return queued.compareAndSet(false, true);
    }

    void unqueue() {
        queued.set(false);
    }

    private boolean becomes(
            PresenceStatus status, @Nullable String viewing, @Nullable String typing) {
        return becomes(device.with(status, viewing, typing));
    }

    private boolean becomes(Device other) {
        var differs = !other.equals(device);
        device = other;
        return differs;
    }
}
