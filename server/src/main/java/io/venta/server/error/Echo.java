package io.venta.server.error;

import org.jspecify.annotations.Nullable;

/**
 * What a client calls things, as far as it may: an id, a receipt, a destination that is said back
 * to it. Sessions keep such names, every MESSAGE carries one, and refusals name what they refuse.
 */
public final class Echo {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 255;

    private Echo() {}

    /** Whether a name is short, and without control characters: STOMP has no escape for most. */
    public static boolean isFit(String name) {
        return name.length() <= MAX_LENGTH && name.chars().noneMatch(Character::isISOControl);
    }

    /** A name as it may be said back; null where it is not fit. */
    static @Nullable String of(@Nullable String name) {
        return name != null && isFit(name) ? name : null;
    }
}
