package io.venta.server.presence;

import io.venta.server.session.SessionClosed;
import io.venta.server.session.ThisNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells the registry of this node's devices, on a thread of its own, so that no client waits for
 * it: one change a device, in whatever order they come, and the last one always. Renews the node's
 * lease and takes away what has left.
 *
 * <p>While the store is away changes go to this node's view alone, and wait; once it is back the
 * registry is made to hold what the node has. Nodes that look dead are given time then: they too
 * could not renew their leases.
 */
@Component
final class Registrar implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Registrar.class);

    private static final Duration REAP = Duration.ofSeconds(5);
    private static final Duration GRACE_CHECK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AT_FIRST = Duration.ofMillis(50);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final int MOST_AT_ONCE = 500;

    private final OwnDevices own;
    private final PresenceStore store;
    private final PresenceView view;
    private final LastSeen lastSeen;
    private final StoreState state;
    private final PresenceSettings settings;
    private final ThisNode node;
    private final Clock clock;
    private final Deadline beat = new Deadline();
    private final Deadline reap = new Deadline();
    private final Deadline graces = new Deadline();
    private final Deadline mercy = new Deadline();
    private final Repeated work = new Repeated("presence-registrar", this::step);
    private boolean inTouch;

    Registrar(
            OwnDevices own,
            PresenceStore store,
            PresenceView view,
            LastSeen lastSeen,
            StoreState state,
            PresenceSettings settings,
            ThisNode node,
            Clock clock) {
        this.own = own;
        this.store = store;
        this.view = view;
        this.lastSeen = lastSeen;
        this.state = state;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public void start() {
        work.start();
    }

    private void step() throws InterruptedException {
        var device = own.poll(patience()).orElse(null);
        try {
            if (!inTouch) {
                getInTouch();
            }
            if (device != null) {
                settle(device);
            }
            keepUp();
        } catch (DataAccessException e) {
            log.debug("The registry is out of reach", e);
            inTouch = false;
            state.writes(false);
            if (device != null) {
                own.queue(device);
            }
            own.all().forEach(this::tellView);
            Thread.sleep(PAUSE);
        }
    }

    private Duration patience() {
        if (!inTouch) {
            return AT_FIRST;
        }
        return graces.isOver() ? Duration.ZERO : PAUSE;
    }

    /** What left while the store was away leaves first, for the reason it had. */
    private void getInTouch() {
        beat.in(settings.beat());
        mercy.in(settings.beat().multipliedBy(2));
        store.beat(node.id());
        own.all().stream()
                .filter(device -> device.departure() != null)
                .toList()
                .forEach(this::settle);
        sync();
        inTouch = true;
        state.writes(true);
    }

    private void sync() {
        var devices = new ArrayList<Device>();
        for (var device : own.all()) {
            if (device.departure() == null) {
                var now = device.device();
                device.registered(now);
                devices.add(now);
            }
        }
        store.sync(node.id(), devices);
    }

    /** Has the registry know a device as it is. */
    private void settle(OwnDevice device) {
        var now = device.device();
        var known = device.registered();
        var departure = device.departure();
        if (departure != null) {
            if (known != null) {
                store.leave(now.session(), departure.reason(), grace(departure));
            }
            own.forget(now.session());
        } else if (known == null) {
            store.track(now);
            device.registered(now);
        } else if (!known.equals(now)) {
            store.change(now);
            device.registered(now);
        }
    }

    private void keepUp() {
        if (beat.isOver()) {
            beat.in(settings.beat());
            if (!store.beat(node.id())) {
                sync();
            }
        }
        if (graces.isOver()) {
            var alsoLostNodes = reap.isOver() && mercy.isOver();
            var isMore = store.reap(MOST_AT_ONCE, alsoLostNodes) == MOST_AT_ONCE;
            graces.in(isMore ? Duration.ZERO : GRACE_CHECK);
            if (alsoLostNodes && !isMore) {
                reap.in(REAP);
            }
        }
        var wanted = lastSeen.takeWanted(MOST_AT_ONCE);
        if (!wanted.isEmpty()) {
            lastSeen.found(wanted, store.lastSeen(wanted));
        }
    }

    private Duration grace(SessionClosed departure) {
        return departure.mayComeBack() ? settings.grace() : Duration.ZERO;
    }

    /** What this node knows by itself counts where nobody else can be asked. */
    private void tellView(OwnDevice device) {
        if (device.departure() == null) {
            view.put(device.device());
        } else {
            view.remove(device.device().session(), clock.instant());
            if (device.registered() == null) {
                own.forget(device.device().session());
            }
        }
    }

    /**
     * The last devices leave, then the node: those who come back elsewhere have never been away.
     */
    @Override
    public void stop() {
        if (work.stop(LAST_WORDS)) {
            try {
                own.all().forEach(this::settle);
                store.stop(node.id(), settings.grace());
            } catch (DataAccessException e) {
                log.warn("Others will notice later that this node stops: {}", e.getMessage());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** After the sockets, before the connections to the store. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** A moment that comes; at once where none was set. */
    private static final class Deadline {
        private long at = System.nanoTime();

        void in(Duration time) {
            at = System.nanoTime() + time.toNanos();
        }

        boolean isOver() {
            return System.nanoTime() - at >= 0;
        }
    }
}
