package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many sockets each address has open, over all nodes, and no more than so many.
 *
 * <p>This node decides at once by its own and what it last heard of the others'; where the answer
 * says a moment later that all have too many, the newest go. An address that is far from the limit
 * costs the store nothing: each node gives the first twentieth away. Of one address there is one
 * question at a time, and every twenty seconds another; what a node has said holds for a minute, so
 * one that died is forgotten. Where the store is away each node counts alone. Thread-safe.
 */
@Component
final class AddressSockets {

    static final Duration LEASE = Duration.ofMinutes(1);

    /** How old an answer may be by which one more is refused without asking anew. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int GIVEN_AWAY = 20;

    private final Map<String, Place> places = new HashMap<>();
    private final int most;
    private final SharedCounts shared;
    private final TimeMeter time;

    AddressSockets(ConnectionSettings settings, SharedCounts shared, TimeMeter time) {
        this.most = settings.maxPerAddress();
        this.shared = shared;
        this.time = time;
    }

    /**
     * Counts one more, unless there are enough.
     *
     * @param tooMany told, on another thread perhaps, where all nodes together have too many
     * @return whether there is room as far as this node knows
     */
    boolean enter(String address, Runnable tooMany) {
        if (most == 0) {
            return true;
        }
        Place place;
        boolean enters;
        boolean asks;
        synchronized (this) {
            place = places.computeIfAbsent(address, Place::new);
            enters = place.own + place.others() < most;
            if (enters) {
                place.own++;
                asks = place.isWorthCounting();
                if (asks) {
                    place.newest.add(tooMany);
                }
            } else {
                asks = place.own < most && !place.heardWithin(FRESH);
            }
        }
        if (asks) {
            ask(place);
        }
        return enters;
    }

    /** Counts one less. */
    void leave(String address) {
        Place place;
        synchronized (this) {
            place = places.get(address);
            if (place == null) {
                return;
            }
            place.own--;
            if (!place.isWorthCounting()) {
                forgetIfEmpty(place);
                return;
            }
        }
        ask(place);
    }

    /** Has what this node said go on holding, and hears what others say. */
    @Scheduled(fixedDelay = 20_000)
    void tellAgain() {
        List<Place> worth;
        synchronized (this) {
            worth = places.values().stream().filter(Place::isWorthCounting).toList();
        }
        worth.forEach(this::ask);
    }

    private void ask(Place place) {
        int own;
        List<Runnable> newest;
        synchronized (this) {
            if (place.asking) {
                place.again = true;
                return;
            }
            place.asking = true;
            place.again = false;
            own = place.own;
            newest = List.copyOf(place.newest);
            place.newest.clear();
        }
        var unused =
                shared.tell(place.address, own)
                        .whenComplete((all, _) -> answered(place, own, newest, all));
    }

    private void answered(Place place, int own, List<Runnable> newest, @Nullable Integer all) {
        var excess = all == null ? 0 : Math.clamp((long) all - most, 0, newest.size());
        boolean again;
        synchronized (this) {
            place.asking = false;
            again = place.again;
            place.others = all == null ? 0 : all - own;
            if (all != null) {
                place.told = own;
                place.heardAt = time.currentTimeNanos();
            }
            forgetIfEmpty(place);
        }
        newest.subList(newest.size() - excess, newest.size()).forEach(Runnable::run);
        if (again) {
            ask(place);
        }
    }

    private void forgetIfEmpty(Place place) {
        if (place.own == 0 && place.told == 0 && !place.asking) {
            places.remove(place.address, place);
        }
    }

    /** What is known of an address; under the lock. */
    private final class Place {

        private final String address;
        private final List<Runnable> newest = new ArrayList<>();
        private int own;
        private int told;
        private int others;
        private long heardAt;
        private boolean asking;
        private boolean again;

        Place(String address) {
            this.address = address;
        }

        boolean isWorthCounting() {
            return own > most / GIVEN_AWAY || told > 0;
        }

        boolean heardWithin(Duration age) {
            return time.currentTimeNanos() - heardAt < age.toNanos();
        }

        int others() {
            return heardWithin(LEASE) ? others : 0;
        }
    }
}
