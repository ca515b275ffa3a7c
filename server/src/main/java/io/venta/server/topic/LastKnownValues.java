package io.venta.server.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last known value of every key of every retained family, for all nodes.
 *
 * <p>Of two values of a key the one with the later version stays, in whatever order they come;
 * equal versions change nothing. Thread-safe. Where the store is out of reach, methods throw what
 * the store's driver throws; nothing is half done.
 */
public interface LastKnownValues {

    /** Keeps those that are newer than what is kept of their keys. */
    void keep(String family, Collection<RetainedValue> values);

    /** Forgets a key. */
    void remove(String family, String key);

    /** The last known value of a key. */
    Optional<RetainedValue> find(String family, String key);

    /** The last known values of the keys given that have one, in the order of the keys given. */
    List<RetainedValue> findAll(String family, Collection<String> keys);

    /**
     * Values in the order of their keys.
     *
     * @param after the last key of the page before; null for the first page
     * @param limit at most so many; fewer on the last page alone
     */
    List<RetainedValue> page(String family, @Nullable String after, int limit);
}
