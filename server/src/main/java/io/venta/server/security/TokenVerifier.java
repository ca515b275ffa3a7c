package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
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
            var isOver =
                    e.getErrors().stream()
                            .anyMatch(
                                    error ->
                                            TokenExpiryValidator.EXPIRED.equals(
                                                    error.getErrorCode()));
            throw isOver
                    ? new RejectedMessageException(ErrorCode.TOKEN_EXPIRED, "Your token is over")
                    : refused();
        } catch (BadJwtException | AuthenticationException e) {
            throw refused();
        } catch (JwtException e) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHENTICATION_UNAVAILABLE, "Tokens cannot be verified now");
        }
    }

    private static RejectedMessageException refused() {
        return new RejectedMessageException(
                ErrorCode.AUTHENTICATION_FAILED, "The token does not verify");
    }
}
