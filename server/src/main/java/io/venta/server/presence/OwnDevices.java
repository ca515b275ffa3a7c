package io.venta.server.presence;

import io.venta.model.presence.PresenceStatus;
import io.venta.server.session.ClientSockets;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import io.venta.server.session.SessionRenewed;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.SubscriptionCounts;
import io.venta.server.vendor.VendorAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The devices that are connected to this node, and those of which the registry has something to
 * hear. A device waits once however often it changes, so what waits is never more than there are
 * devices. Thread-safe.
 */
@Component
final class OwnDevices {

    private final ConcurrentMap<String, OwnDevice> bySession = new ConcurrentHashMap<>();
    private final BlockingQueue<OwnDevice> changed = new LinkedBlockingQueue<>();
    private final ClientSockets sockets;
    private final VendorAccess access;
    private final SubscriptionCounts subscriptions;
    private final PresenceSettings settings;
    private final ThisNode node;
    private final Clock clock;

    OwnDevices(
            ClientSockets sockets,
            VendorAccess access,
            SubscriptionCounts subscriptions,
            PresenceSettings settings,
            ThisNode node,
            Clock clock) {
        this.sockets = sockets;
        this.access = access;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    @EventListener
    void opened(SessionOpened opened) {
        var device =
                new OwnDevice(
                        new Device(
                                opened.session(),
                                opened.user().getName(),
                                access.ownVendor(opened.user()).orElse(null),
                                Objects.requireNonNullElse(opened.deviceId(), opened.session()),
                                opened.deviceType(),
                                node.id(),
                                opened.address(),
                                clock.instant(),
                                opened.expiresAt(),
                                PresenceStatus.ONLINE,
                                null,
                                null,
                                0));
        bySession.put(opened.session(), device);
        queue(device);
    }

    @EventListener
    void closed(SessionClosed closed) {
        var device = bySession.get(closed.session());
        if (device != null) {
            device.departs(closed);
            queue(device);
        }
    }

    @EventListener
    void renewed(SessionRenewed renewed) {
        change(renewed.sessionId(), device -> device.expiresAt(renewed.expiresAt()));
    }

    /** Takes what its user says of a device. */
    void says(String session, PresenceStatus status) {
        change(session, device -> device.says(status));
    }

    /** Notes what is done at a device; null for nothing any more. */
    void views(String session, @Nullable String target) {
        change(session, device -> device.views(target, System.nanoTime()));
    }

    /** Notes where somebody types; null for nowhere any more. */
    void types(String session, @Nullable String target) {
        change(session, device -> device.types(target, System.nanoTime()));
    }

    /** Lets fade what has to; once a second. */
    @Scheduled(fixedDelay = 1_000)
    void fade() {
        var now = System.nanoTime();
        bySession.forEach(
                (session, device) -> {
                    var isIdle = sockets.inactivity(session).compareTo(settings.idleAfter()) >= 0;
                    if (device.fades(now, isIdle)) {
                        queue(device);
                    }
                });
    }

    /** Counts subscriptions anew; others hear of them some seconds later. */
    @Scheduled(fixedDelay = 5_000)
    void count() {
        bySession.forEach(
                (session, device) -> {
                    if (device.subscribes(subscriptions.of(session))) {
                        queue(device);
                    }
                });
    }

    /**
     * The next device of which the registry has something to hear.
     *
     * @return empty where there was none in that time
     */
    Optional<OwnDevice> poll(Duration patience) throws InterruptedException {
        var device = changed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (device != null) {
            device.unqueue();
        }
        return Optional.ofNullable(device);
    }

    /** Has a device wait for the registry. */
    void queue(OwnDevice device) {
        if (device.queues()) {
            changed.add(device);
        }
    }

    /**
     * Forgets a device: it has left and the registry knows, or somebody else has taken its place.
     */
    Optional<OwnDevice> forget(String session) {
        return Optional.ofNullable(bySession.remove(session));
    }

    /** Whether a session is this node's and has not left. */
    boolean isConnected(String session) {
        var device = bySession.get(session);
        return device != null && device.departure() == null;
    }

    Collection<OwnDevice> all() {
        return List.copyOf(bySession.values());
    }

    private void change(String session, Predicate<OwnDevice> change) {
        var device = bySession.get(session);
        if (device != null && change.test(device)) {
            queue(device);
        }
    }
}
