package io.venta.server.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who the client of a socket is.
 *
 * @param socket its id, the {@code session} of CONNECTED
 * @param user by the token that counts now
 * @param since when that token was shown, by this node's clock
 * @param browser the browser's session that let it in; null where a bearer token did
 */
record SignIn(String socket, Authentication user, Instant since, @Nullable BrowserSession browser) {

    SignIn renewedBy(Authentication newer, Instant now) {
        return new SignIn(socket, newer, now, browser);
    }

    /** The id of its token; null where the token has none. */
    @Nullable String tokenId() {
        return user.getCredentials() instanceof Jwt token ? token.getId() : null;
    }

    /** When its token ends; long ago where nothing says so. */
    Instant expiresAt() {
        return user.getCredentials() instanceof Jwt token && token.getExpiresAt() != null
                ? token.getExpiresAt()
                : Instant.EPOCH;
    }

    /**
     * When its token was issued: not after it was shown, whatever the issuer's clock says; null
     * where it does not say.
     */
    @Nullable Instant issuedAt() {
        var issued = user.getCredentials() instanceof Jwt token ? token.getIssuedAt() : null;
        return issued != null && issued.isAfter(since) ? since : issued;
    }
}
