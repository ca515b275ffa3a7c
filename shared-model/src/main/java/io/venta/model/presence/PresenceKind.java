package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose presence an entry tells. */
public enum PresenceKind {
    /** A user, by all of its devices. */
    USER,
    /** A vendor, by all devices whose token names it. */
    VENDOR;

    /** The word in payloads and destinations, in lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
