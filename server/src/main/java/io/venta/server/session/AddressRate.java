package io.venta.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How often in a minute something may come from one address, over all nodes.
 *
 * <p>This node decides at once by what it has counted itself; what all have counted together is
 * heard of a moment later, and then holds here too. Neither an address that is over its limit costs
 * the store anything, nor one that is far from it: each node gives the first twentieth away. Where
 * the store is away each node counts alone. Addresses that have been quiet are forgotten.
 * Thread-safe.
 */
final class AddressRate {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    private static final int GIVEN_AWAY = 20;
    private static final long MOST_ADDRESSES = 200_000;

    private final String name;
    private final int perMinute;
    private final SharedRates shared;
    private final TimeMeter time;
    private final Cache<String, Gate> gates;

    /**
     * Nothing has come yet.
     *
     * @param perMinute 0 for no limit
     */
    AddressRate(String name, int perMinute, SharedRates shared, TimeMeter time) {
        this.name = name;
        this.perMinute = perMinute;
        this.shared = shared;
        this.time = time;
        this.gates =
                Caffeine.newBuilder()
                        .ticker(time::currentTimeNanos)
                        .expireAfterAccess(REMEMBERED)
                        .maximumSize(MOST_ADDRESSES)
                        .build();
    }

    /** How long an address has to wait; zero where it may come. */
    Duration closedFor(String address) {
        var gate = gates.getIfPresent(address);
        return gate == null ? Duration.ZERO : gate.closedFor();
    }

    /**
     * Counts one of an address.
     *
     * @param later told, on another thread perhaps, where all nodes together have had too many
     * @return how long to wait where this node knows it already, zero else
     */
    Duration take(String address, Consumer<Duration> later) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        var gate = gates.get(address, _ -> new Gate());
        var wait = gate.take();
        if (wait.isZero() && gate.isWorthCounting()) {
            // Where nodes cannot count together this one has counted for itself.
            var unused =
                    shared.take(name + ':' + address, perMinute)
                            .thenAccept(
                                    longer -> {
                                        if (!longer.isZero()) {
                                            gate.close(longer);
                                            later.accept(longer);
                                        }
                                    });
        }
        return wait;
    }

    private final class Gate {

        private final Bucket own = Buckets.perMinute(perMinute, time);
        private volatile long opensAt = time.currentTimeNanos();

        Duration closedFor() {
            return Duration.ofNanos(Math.max(0, opensAt - time.currentTimeNanos()));
        }

        boolean isWorthCounting() {
            return own.getAvailableTokens() < perMinute - perMinute / GIVEN_AWAY;
        }

        void close(Duration howLong) {
            opensAt = time.currentTimeNanos() + howLong.toNanos();
        }

        Duration take() {
            var closed = closedFor();
            if (closed.isZero()) {
                var probe = own.tryConsumeAndReturnRemaining(1);
                if (!probe.isConsumed()) {
                    close(Duration.ofNanos(probe.getNanosToWaitForRefill()));
                }
            }
            return closedFor();
        }
    }
}
