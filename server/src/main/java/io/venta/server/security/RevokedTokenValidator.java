package io.venta.server.security;

import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Refuses tokens that were revoked, and those that were issued before their user was. */
final class RevokedTokenValidator implements OAuth2TokenValidator<Jwt> {

    static final String REVOKED = "token_revoked";

    private final Revocations revocations;
    private final String userClaim;

    RevokedTokenValidator(Revocations revocations, TokenSettings settings) {
        this.revocations = revocations;
        this.userClaim = settings.userClaim();
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var user = Objects.requireNonNullElse(token.getClaimAsString(userClaim), "");
        return revocations.cover(user, token.getId(), token.getIssuedAt())
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(REVOKED, "The token was revoked", null))
                : OAuth2TokenValidatorResult.success();
    }
}
