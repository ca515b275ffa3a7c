package io.venta.server.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the order in which they were last heard of, to within a minute. Not thread-safe.
 *
 * <p>Keys heard of long ago come from the store at the start, the latest first; then the order is
 * exact. What comes from it later, after an outage, takes its place among the latest.
 */
final class HeardOrder {

    private static final long MINUTE = 60_000;

    private final LinkedHashMap<String, Long> keys = new LinkedHashMap<>();

    /**
     * Whether a key's place must be looked at, told by what is known of it without a look-up: an
     * update a second moves its key once a minute.
     */
    static boolean isMoved(long heardBefore, long heardNow) {
        return heardBefore / MINUTE != heardNow / MINUTE;
    }

    void heard(String key, long at) {
        var before = keys.get(key);
        if (before != null && before >= at) {
            return;
        }
        if (before == null && isUnheardLongerThanAll(at)) {
            keys.putFirst(key, at);
        } else {
            keys.putLast(key, at);
        }
    }

    /** Whether what was heard of at a moment would be the first to go. */
    boolean isUnheardLongerThanAll(long at) {
        var first = keys.firstEntry();
        return first != null && at < first.getValue();
    }

    /** The key that has not been heard of for longest, and when it was. */
    Map.@Nullable Entry<String, Long> first() {
        return keys.firstEntry();
    }

    boolean contains(String key) {
        return keys.containsKey(key);
    }

    void forget(String key) {
        keys.remove(key);
    }

    int size() {
        return keys.size();
    }
}
