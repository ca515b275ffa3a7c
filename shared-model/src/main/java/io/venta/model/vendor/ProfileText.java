package io.venta.model.vendor;

import org.jspecify.annotations.Nullable;

/** How long the texts of a profile may be, the same in reports and updates. */
final class ProfileText {

    private static final int MAX_NAME = 120;
    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_TYPE = 60;

    private ProfileText() {}

    static void check(@Nullable String name, @Nullable String description, @Nullable String type) {
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        requireAtMost("name", name, MAX_NAME);
        requireAtMost("description", description, MAX_DESCRIPTION);
        requireAtMost("type", type, MAX_TYPE);
    }

    private static void requireAtMost(String field, @Nullable String text, int max) {
        if (text != null && text.length() > max) {
            throw new IllegalArgumentException(
                    "%s must have at most %d characters, has %d"
                            .formatted(field, max, text.length()));
        }
    }
}
