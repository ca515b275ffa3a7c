package io.venta.server.security;

import java.time.Clock;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells a token that is over, whose owner can fetch another, from one that was never good. */
final class TokenExpiryValidator implements OAuth2TokenValidator<Jwt> {

    static final String EXPIRED = "token_expired";

    private final Clock clock;

    TokenExpiryValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var expiresAt = token.getExpiresAt();
        if (expiresAt == null) {
            return failure("invalid_token", "The token has no exp");
        }
        if (expiresAt.plus(TokenConfiguration.SKEW).isBefore(clock.instant())) {
            return failure(EXPIRED, "The token is over");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult failure(String code, String description) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code, description, null));
    }
}
