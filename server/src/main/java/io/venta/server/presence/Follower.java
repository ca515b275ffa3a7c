package io.venta.server.presence;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.session.SessionEnded;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's view like the registry, on a thread of its own: reads all of it once, then its
 * changes as they come; all again where changes were lost. Devices that are missing then may be of
 * nodes that have not told a registry that lost its data yet: they have some seconds. Where another
 * connection took the place of one of this node's it ends that.
 */
@Component
final class Follower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** As long as all nodes together need to tell a registry that begins anew what they have. */
    private static final Duration DOUBT = Duration.ofSeconds(6);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final ErrorReply REPLACED =
            ErrorReply.of(ErrorCode.SESSION_REPLACED, "The same device has connected once more");

    private final PresenceStore store;
    private final PresenceView view;
    private final StoreState state;
    private final OwnDevices own;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Repeated work = new Repeated("presence-follower", this::step);
    private final Set<String> doubtful = new HashSet<>();
    private long doubtSince = System.nanoTime();
    private @Nullable Long version;

    Follower(
            PresenceStore store,
            PresenceView view,
            StoreState state,
            OwnDevices own,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.view = view;
        this.state = state;
        this.own = own;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void start() {
        work.start();
    }

    private void step() throws InterruptedException {
        try {
            follow();
            state.reads(true);
        } catch (PresenceStore.ChangesLostException e) {
            log.debug("The registry is read again", e);
            version = null;
        } catch (DataAccessException e) {
            log.debug("The registry cannot be read", e);
            state.reads(false);
            Thread.sleep(PAUSE);
        }
    }

    private void follow() {
        var known = version;
        if (known == null) {
            var all = store.snapshot();
            doubtful.clear();
            doubtful.addAll(view.putAll(all.devices()));
            doubtSince = System.nanoTime();
            version = all.version();
        } else {
            take(store.changesAfter(known, PATIENCE));
        }
        if (System.nanoTime() - doubtSince > DOUBT.toNanos()) {
            doubtful.removeIf(own::isConnected);
            doubtful.forEach(session -> view.remove(session, clock.instant()));
            doubtful.clear();
        }
    }

    private void take(List<PresenceChange> page) {
        var changes = isCut(page) ? page.subList(0, page.size() - 1) : page;
        if (changes.isEmpty()) {
            return;
        }
        view.apply(changes);
        changes.forEach(change -> doubtful.remove(change.device().session()));
        version = changes.getLast().version();
        for (var change : changes) {
            if (replacedBy(change) != null) {
                endReplaced(change.device().session());
            }
        }
    }

    /** Whether the one that takes the place of the last to go comes with the next page. */
    private static boolean isCut(List<PresenceChange> page) {
        return page.size() == PresenceStore.PAGE && replacedBy(page.getLast()) != null;
    }

    private static @Nullable String replacedBy(PresenceChange change) {
        return change instanceof PresenceChange.Gone gone ? gone.replacedBy() : null;
    }

    private void endReplaced(String session) {
        own.forget(session)
                .ifPresent(_ -> events.publishEvent(new SessionEnded(session, REPLACED)));
    }

    @Override
    public void stop() {
        work.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    @Override
    public int getPhase() {
        return 1;
    }
}
