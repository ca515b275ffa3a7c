package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.topic.RetainedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Has the trails of vendors written, once a second, behind the backs of those who wait for
 * messages: of each vendor the first fix of each slot.
 *
 * <p>Nobody who records waits. Where the store is out of reach, fixes wait for it, so many at most;
 * what was dropped, or waits in a node that dies, is missing from the trail.
 */
@Component
final class TrailRecorder implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrailRecorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final int MOST_PENDING = 50_000;

    private final Trails store;
    private final TrailSettings settings;
    private final Clock clock;
    private final PendingTrails pending = new PendingTrails(MOST_PENDING);
    private final LongAdder stored = new LongAdder();

    /** The slot of each vendor's last fix; it spares the store what it would not add. */
    private final Map<String, Long> slots = new ConcurrentHashMap<>();

    private Instant nextLook;
    private volatile @Nullable ScheduledExecutorService thread;
    private boolean reachable = true;

    TrailRecorder(Trails store, TrailSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.nextLook = clock.instant();
    }

    /**
     * Takes a vendor's newest position; reads the body of those alone that the trail has room for.
     */
    void record(RetainedValue position, Function<byte[], LocationUpdate> reader) {
        var at = position.version();
        if (settings.isOff() || at.isBefore(settings.oldest(clock.instant()))) {
            return;
        }
        var slot = settings.slot(at);
        var last = slots.get(position.key());
        if (last == null || last < slot) {
            slots.put(position.key(), slot);
            pending.add(reader.apply(position.body()));
        }
    }

    /** Has a vendor's points up to a moment removed. */
    void remove(VendorId vendor, Instant upTo) {
        if (!settings.isOff()) {
            pending.remove(vendor, upTo);
        }
    }

    /** Writes what waits. */
    void flush() {
        forgetSlots();
        var batch = pending.take();
        if (batch.isEmpty()) {
            return;
        }
        try {
            batch.removals().forEach(store::remove);
            stored.add(store.add(batch.fixes()));
            reachable = true;
        } catch (DataAccessException e) {
            pending.putBack(batch);
            if (reachable) {
                log.warn("The trails wait, their store is away: {}", e.getMessage());
            }
            reachable = false;
        }
    }

    /** A vendor whose slot is long over needs no slot to be told from its next. */
    private void forgetSlots() {
        var now = clock.instant();
        if (!now.isBefore(nextLook)) {
            var past = settings.slot(now.minus(REMEMBERED)) - 1;
            slots.values().removeIf(slot -> slot < past);
            nextLook = now.plus(REMEMBERED);
        }
    }

    /** Fixes the store has added since the start. */
    long stored() {
        return stored.sum();
    }

    /** Fixes that were dropped since the start, as too many waited. */
    long dropped() {
        return pending.dropped();
    }

    /** Fixes that wait. */
    int pending() {
        return pending.size();
    }

    @Override
    public void start() {
        var timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("trail-recorder").factory());
        var unused =
                timer.scheduleWithFixedDelay(
                        this::flushOrSay,
                        PAUSE.toMillis(),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
        thread = timer;
    }

    private void flushOrSay() {
        try {
            flush();
        } catch (RuntimeException e) {
            log.error("Points of trails are lost", e);
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void stop() {
        var timer = thread;
        thread = null;
        if (timer == null) {
            return;
        }
        timer.shutdown();
        try {
            if (timer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                flushOrSay();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the sockets and what they bring, before the connections to the store. */
    @Override
    public int getPhase() {
        return 1;
    }
}
