package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since the {@link PresenceState} or the last diff. An entry takes the place of
 * the one known; a join of somebody known and the leave of somebody unknown may happen.
 *
 * @param joins who is here now and was not
 * @param updates who is here as before, but differently
 * @param leaves the ids of those who are not here any more
 * @param counts as in {@link PresenceState}; then the lists are empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceDiff(
        @JsonProperty(required = true) List<PresenceEntry> joins,
        @JsonProperty(required = true) List<PresenceEntry> updates,
        @JsonProperty(required = true) List<String> leaves,
        @Nullable Map<PresenceStatus, Integer> counts) {

    /** Keeps what was given from changing. */
    public PresenceDiff {
        joins = List.copyOf(joins);
        updates = List.copyOf(updates);
        leaves = List.copyOf(leaves);
    }
}
