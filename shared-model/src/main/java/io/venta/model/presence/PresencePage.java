package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Presence as {@code GET /api/presence} and {@code GET /api/presence/online} answer.
 *
 * @param entries those asked for, or a page of those not offline in the order of their ids
 * @param next what to pass as {@code after} for the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresencePage(
        @JsonProperty(required = true) List<PresenceEntry> entries, @Nullable String next) {

    /** Keeps what was given from changing. */
    public PresencePage {
        entries = List.copyOf(entries);
    }
}
