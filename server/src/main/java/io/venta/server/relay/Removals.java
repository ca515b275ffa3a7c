package io.venta.server.relay;

import io.venta.server.topic.RetainedValue;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * The last removals of a family: what was published before one and comes after it is let in no
 * more. Not thread-safe.
 */
final class Removals {

    private static final int MOST = 10_000;

    private final LinkedHashMap<String, Instant> upTo = new LinkedHashMap<>();

    void add(String key, Instant moment) {
        var before = upTo.remove(key);
        upTo.put(key, before != null && before.isAfter(moment) ? before : moment);
        if (upTo.size() > MOST) {
            upTo.pollFirstEntry();
        }
    }

    boolean cover(RetainedValue value) {
        var moment = upTo.get(value.key());
        return moment != null && !value.version().isAfter(moment);
    }
}
