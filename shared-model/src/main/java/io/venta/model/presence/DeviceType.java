package io.venta.model.presence;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of device a connection comes from, as its CONNECT says. */
public enum DeviceType {
    /** A program on a desk. */
    DESKTOP,
    /** A page in a browser. */
    WEB,
    /** A program on a telephone. */
    MOBILE,
    /** A program on a tablet. */
    TABLET,
    /** An installed page. */
    PWA;

    /** The word in CONNECT and in payloads, in lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a word; empty for one that the contract does not know. */
    public static Optional<DeviceType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.wireName().equals(word)).findFirst();
    }
}
