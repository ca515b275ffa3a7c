package io.venta.server.relay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribed to one address: adding and removing cost the same however many there are.
 *
 * <p>In no particular order. Not thread-safe.
 */
final class Subscribers {

    private @Nullable Subscription[] all = new Subscription[1];
    private int size;

    void add(Subscription subscription) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size] = subscription;
        subscription.place = size++;
    }

    /**
     * Removes a subscription; one that is not there is left alone.
     *
     * @return whether nobody is left
     */
    boolean remove(Subscription subscription) {
        var place = subscription.place;
        if (place >= 0 && place < size && all[place] == subscription) {
            removeAt(place);
            subscription.place = -1;
        }
        return size == 0;
    }

    private void removeAt(int place) {
        var last = all[--size];
        all[size] = null;
        if (last != null && place != size) {
            all[place] = last;
            last.place = place;
        }
        if (all.length > 16 && size < all.length / 4) {
            all = Arrays.copyOf(all, all.length / 2);
        }
    }

    void forEach(Consumer<Subscription> action) {
        for (int i = 0; i < size; i++) {
            var subscription = all[i];
            if (subscription != null) {
                action.accept(subscription);
            }
        }
    }

    List<Subscription> copy() {
        var copy = new ArrayList<Subscription>(size);
        forEach(copy::add);
        return copy;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
