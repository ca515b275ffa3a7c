package io.venta.server.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last known value of every key of every retained family, for all nodes.
 *
 * <p>Of two values of a key the one with the later version stays, in whatever order they come;
 * equal versions change nothing. A removal has a version like a value: what is not newer stays
 * away, before and after it. So whatever a node writes late or twice does no harm. Removals are
 * remembered for a day, 100,000 of a family at most. Thread-safe. Where the store is out of reach,
 * methods throw what the store's driver throws; then a part of the values given may be kept.
 */
public interface LastKnownValues {

    /** Keeps those that are newer than what is kept of their keys, and than their removal. */
    void keep(String family, Collection<RetainedValue> values);

    /** Forgets a key's value unless it is newer than {@code upTo}, and remembers that. */
    void remove(String family, String key, Instant upTo);

    /** The removals remembered: for each key the moment up to which its values are gone. */
    Map<String, Instant> removals(String family);

    /**
     * Forgets keys in all families: those that no family has heard of since a moment, and of more
     * than {@code most} those that have not been heard of for longest. They may come back.
     */
    Forgotten forget(Instant unheardSince, long most);

    /** A text that is another one once the store may have lost what it had kept. */
    String incarnation();

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

    /**
     * How many keys were forgotten.
     *
     * @param expired because they had not been heard of for too long
     * @param evicted because there were too many
     */
    record Forgotten(int expired, int evicted) {}
}
