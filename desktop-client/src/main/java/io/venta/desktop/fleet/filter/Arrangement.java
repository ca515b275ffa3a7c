package io.venta.desktop.fleet.filter;

import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/**
 * How a list was left, to be found so again: filtered by all but words, and ordered.
 *
 * @param filter who is in the list, whatever the search says
 * @param sort in which order
 */
public record Arrangement(FleetFilter filter, FleetSort sort) {

    private static final TypeReference<Arrangement> TYPE = new TypeReference<>() {};

    /** Leaves the words out. */
    public Arrangement {
        filter = filter.without(FleetFilter.Part.TEXT);
    }

    /** What {@link #toJson} wrote; empty where it is something else. */
    public static Optional<Arrangement> ofJson(String json) {
        return FilterJson.read(json, TYPE);
    }

    /** As a string it can be kept. */
    public String toJson() {
        return FilterJson.write(this);
    }
}
