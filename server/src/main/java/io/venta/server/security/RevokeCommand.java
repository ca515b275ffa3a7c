package io.venta.server.security;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service publishes to {@code commands} as {@code session.revoke}; one of the members.
 *
 * @param userId the user whose sessions end, and whose tokens of before count no longer
 * @param jti the id of the token that counts no longer
 * @param session the session that ends
 */
record RevokeCommand(@Nullable String userId, @Nullable String jti, @Nullable String session) {

    private static final int MAX_LENGTH = 255;

    RevokeCommand {
        var named = Stream.of(userId, jti, session).filter(Objects::nonNull).toList();
        if (named.size() != 1 || named.getFirst().isBlank()) {
            throw new IllegalArgumentException("One of userId, jti and session is required");
        }
        if (named.getFirst().length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An id has at most 255 characters");
        }
    }

    /** What counts no longer, as {@link Revocation} names it. */
    String revoked() {
        if (userId != null) {
            return Revocation.ofUser(userId);
        }
        return jti != null
                ? Revocation.ofToken(jti)
                : Revocation.ofSession(Objects.requireNonNull(session));
    }
}
