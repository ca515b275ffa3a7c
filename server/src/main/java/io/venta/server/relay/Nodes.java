package io.venta.server.relay;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The nodes that are alive, as this one hears them, and which of them a key belongs to.
 *
 * <p>A node is alive for five seconds after it was last heard; this one always is. Nodes agree on
 * whose a key is as soon as they hear the same ones; while they do not, a key may be nobody's or
 * two nodes' for some seconds, so what is done for a key must bear being done twice or late. Who
 * hears nobody because upstream is lost takes every key for its own. Thread-safe; listeners are
 * called on the thread that noticed the change, after it, and must not block.
 */
final class Nodes implements Ownership {

    /** What an id looks like. */
    static final String ID_PATTERN = "[A-Za-z0-9]{12}";

    private static final Duration ALIVE = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final String own;
    private final Clock clock;
    private final Map<String, Long> others = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long settledAt;
    private volatile List<String> live;
    private volatile long[] seeds;
    private final long ownSeed;

    Nodes(Clock clock) {
        this(randomId(), clock);
    }

    Nodes(String own, Clock clock) {
        this.own = own;
        this.clock = clock;
        this.live = List.of(own);
        this.ownSeed = hash(own);
        this.seeds = new long[] {ownSeed};
    }

    /** This node's id, a random one for each start. */
    String own() {
        return own;
    }

    /** The ids of all that are alive, sorted, this one's among them. */
    List<String> live() {
        return live;
    }

    /** Whether a key belongs to this node: of all that are alive, to exactly one. */
    @Override
    public boolean isMine(String key) {
        return isMine(key, seeds);
    }

    @Override
    public Predicate<String> now() {
        var alive = seeds;
        return key -> isMine(key, alive);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public boolean isSettling() {
        return clock.millis() < settledAt;
    }

    private boolean isMine(String key, long[] alive) {
        var hash = hash(key);
        var mine = mix(hash ^ ownSeed);
        for (var seed : alive) {
            if (mix(hash ^ seed) > mine) {
                return false;
            }
        }
        return true;
    }

    /** A node has said that it is there. */
    void heard(String id) {
        if (id.equals(own)) {
            return;
        }
        if (others.isEmpty()) {
            settledAt = clock.millis() + SETTLING.toMillis();
        }
        if (others.put(id, clock.millis()) == null) {
            update();
        }
    }

    /** Forgets those not heard for too long; to be called about once a second. */
    void forgetSilent() {
        var oldest = clock.millis() - ALIVE.toMillis();
        if (others.values().removeIf(heardAt -> heardAt < oldest)) {
            update();
        }
    }

    /** Nobody can be heard any more. */
    void alone() {
        if (!others.isEmpty()) {
            others.clear();
            update();
        }
    }

    private void update() {
        synchronized (this) {
            live = Stream.concat(Stream.of(own), others.keySet().stream()).sorted().toList();
            seeds = live.stream().mapToLong(Nodes::hash).toArray();
        }
        listeners.forEach(Runnable::run);
    }

    /** FNV-1a, which is the same everywhere and for good, unlike {@code hashCode}'s promise. */
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** Murmur3's finisher: all bits of the sum depend on all bits of key and node. */
    private static long mix(long value) {
        var mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static String randomId() {
        var random = new SecureRandom();
        var id = new StringBuilder();
        random.ints(12, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return id.toString();
    }
}
