package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.stereotype.Component;

/** Says who a token's bearer is. Thread-safe; may wait for the issuer's keys. */
@Component
class TokenVerifier {

    private final JwtDecoder decoder;
    private final TokenAuthenticationConverter converter;

    TokenVerifier(JwtDecoder decoder, TokenAuthenticationConverter converter) {
        this.decoder = decoder;
        this.converter = converter;
    }

    /**
     * Verifies a token.
     *
     * @throws RejectedMessageException saying whether the token is over, bad, or cannot be judged
     *     now
     */
    Authentication verify(String token) {
        try {
            return converter.convert(decoder.decode(token));
        } catch (JwtValidationException e) {
            throw refused(e);
        } catch (BadJwtException | AuthenticationException e) {
            throw refused();
        } catch (JwtException e) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHENTICATION_UNAVAILABLE, "Tokens cannot be verified now");
        }
    }

    /** What was revoked is refused as that, even where it is over too. */
    private static RejectedMessageException refused(JwtValidationException invalid) {
        var errors = invalid.getErrors().stream().map(OAuth2Error::getErrorCode).toList();
        if (errors.contains(RevokedTokenValidator.REVOKED)) {
            return new RejectedMessageException(
                    ErrorCode.SESSION_REVOKED, "Your token was revoked");
        }
        return errors.contains(TokenExpiryValidator.EXPIRED)
                ? new RejectedMessageException(ErrorCode.TOKEN_EXPIRED, "Your token is over")
                : refused();
    }

    private static RejectedMessageException refused() {
        return new RejectedMessageException(
                ErrorCode.AUTHENTICATION_FAILED, "The token does not verify");
    }
}
