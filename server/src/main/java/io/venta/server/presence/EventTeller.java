package io.venta.server.presence;

import io.venta.server.error.JsonPayloads;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.ServiceEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells services what the registry's log says, on a thread of its own: one node for all, so that
 * each session's events come in order, and each at least once. Where RabbitMQ is away it begins
 * again behind what was confirmed; another node does where this one dies.
 */
@Component
@Profile("production")
final class EventTeller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventTeller.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

    private final PresenceStore store;
    private final EventCursor cursor;
    private final ServiceEvents events;
    private final JsonPayloads payloads;
    private final ThisNode node;
    private final Repeated work = new Repeated("presence-events", this::step);

    EventTeller(
            PresenceStore store,
            EventCursor cursor,
            ServiceEvents events,
            JsonPayloads payloads,
            ThisNode node) {
        this.store = store;
        this.cursor = cursor;
        this.events = events;
        this.payloads = payloads;
        this.node = node;
    }

    @Override
    public void start() {
        work.start();
    }

    private void step() throws InterruptedException {
        try {
            tell();
        } catch (PresenceStore.ChangesLostException
                | DataAccessException
                | ExecutionException
                | TimeoutException e) {
            log.debug("Services wait for events", e);
            Thread.sleep(PAUSE);
        }
    }

    /** Until this node is not the one any more, or something is out of reach. */
    private void tell() throws InterruptedException, ExecutionException, TimeoutException {
        var claimed = cursor.claim(node.id(), store.version());
        if (claimed.isEmpty()) {
            Thread.sleep(PAUSE);
            return;
        }
        var told = claimed.getAsLong();
        while (work.isRunning()) {
            told = publish(changes(told), told);
            if (!cursor.advance(node.id(), told)) {
                return;
            }
        }
    }

    private List<PresenceChange> changes(long told) {
        try {
            return store.changesAfter(told, PATIENCE);
        } catch (PresenceStore.ChangesLostException e) {
            log.warn("Services miss events: more has happened than the registry's log holds");
            cursor.advance(node.id(), store.version());
            throw e;
        }
    }

    private long publish(List<PresenceChange> changes, long told)
            throws InterruptedException, ExecutionException, TimeoutException {
        var confirmations =
                changes.stream()
                        .flatMap(change -> ServiceEvent.of(change, node.name()).stream())
                        .map(event -> events.publish(event.event(), payloads.write(event)))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(confirmations)
                .get(CONFIRMED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return changes.isEmpty() ? told : changes.getLast().version();
    }

    @Override
    public void stop() {
        if (work.stop(PATIENCE)) {
            try {
                cursor.release(node.id());
            } catch (DataAccessException e) {
                log.debug("Another node tells services a little later", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
