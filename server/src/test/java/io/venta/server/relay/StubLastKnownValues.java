package io.venta.server.relay;

import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that can be away or slow, and remembers what it was asked. */
final class StubLastKnownValues implements LastKnownValues {

    private final Map<String, ConcurrentSkipListMap<String, RetainedValue>> families =
            new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Semaphore permits = new Semaphore(1_000_000);
    private final Map<String, Map<String, Instant>> removals = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean away;
    private String incarnation = "first";
    private volatile Instant unheardSince = Instant.MIN;
    private volatile long most;

    /** From now on nobody is answered before {@link #release}. */
    void hold() {
        permits.drainPermits();
    }

    void release() {
        permits.release(1_000_000);
    }

    void setAway(boolean away) {
        this.away = away;
    }

    boolean hasCallWaiting() {
        return permits.hasQueuedThreads();
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public void keep(String family, Collection<RetainedValue> values) {
        answer("keep " + values.stream().map(StubLastKnownValues::text).sorted().toList());
        for (var value : values) {
            family(family)
                    .merge(value.key(), value, (old, now) -> now.isNewerThan(old) ? now : old);
        }
    }

    @Override
    public void remove(String family, String key, Instant upTo) {
        answer("remove " + key + " up to " + upTo.getEpochSecond());
        family(family).remove(key);
        removals.computeIfAbsent(family, _ -> new ConcurrentHashMap<>()).put(key, upTo);
    }

    @Override
    public Map<String, Instant> removals(String family) {
        return removals.getOrDefault(family, Map.of());
    }

    @Override
    public Forgotten forget(Instant unheardSince, long most) {
        this.unheardSince = unheardSince;
        this.most = most;
        return new Forgotten(2, 3);
    }

    @Override
    public synchronized String incarnation() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        return incarnation;
    }

    /** How many calls found it away. */
    int refusals() {
        return refusals.get();
    }

    /** It is another one from now on, with nothing in it. */
    synchronized void beginAnew() {
        families.clear();
        incarnation = incarnation + " and next";
    }

    Instant unheardSince() {
        return unheardSince;
    }

    long most() {
        return most;
    }

    @Override
    public Optional<RetainedValue> find(String family, String key) {
        return Optional.ofNullable(family(family).get(key));
    }

    @Override
    public List<RetainedValue> findAll(String family, Collection<String> keys) {
        return keys.stream().flatMap(key -> find(family, key).stream()).toList();
    }

    @Override
    public List<RetainedValue> page(String family, @Nullable String after, int limit) {
        answer("page after " + after);
        var kept = family(family);
        var rest = after == null ? kept : kept.tailMap(after, false);
        return rest.values().stream().limit(limit).toList();
    }

    /** What is kept, {@code <key>@<version>}. */
    List<String> kept(String family) {
        return family(family).values().stream().map(StubLastKnownValues::text).toList();
    }

    private void answer(String call) {
        if (away) {
            refusals.incrementAndGet();
            throw new IllegalStateException("the store is away");
        }
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        calls.add(call);
    }

    private ConcurrentSkipListMap<String, RetainedValue> family(String family) {
        return families.computeIfAbsent(family, _ -> new ConcurrentSkipListMap<>());
    }

    private static String text(RetainedValue value) {
        return value.key() + '@' + value.version().getEpochSecond();
    }
}
