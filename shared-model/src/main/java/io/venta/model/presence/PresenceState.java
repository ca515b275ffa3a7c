package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber of presence hears first; it may come again, and then takes the place of all
 * that was heard before.
 *
 * @param entries of one key: its entry, also while it is offline; of all keys: those not offline
 * @param counts present for all keys where they are too many to name: how many there are of each
 *     status; then {@code entries} is empty, and who wants to know of one subscribes to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresenceState(
        @JsonProperty(required = true) List<PresenceEntry> entries,
        @Nullable Map<PresenceStatus, Integer> counts) {

    /** Keeps what was given from changing. */
    public PresenceState {
        entries = List.copyOf(entries);
    }
}
